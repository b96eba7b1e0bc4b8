package yuanliu.verification;

/// What the provider did about what was doubted.
enum ObjectionOutcome {
    CORRECTED,
    NOT_CORRECTED
}
