package yuanliu.verification;

/// What comes of a step in an objection.
sealed interface ObjectionChange permits ObjectionChange.ObjectionChanged, VerificationRefused {

    record ObjectionChanged(Objection objection) implements ObjectionChange {}
}
