package yuanliu.lineage;

/// What became of a decision on a row of lineage.
public sealed interface DerivationOutcome
        permits DerivationRecorded, DerivationUnknown, DerivationChanged, DerivationTaken, DerivationRefused {}
