package yuanliu.lineage;

/// It is as was decided.
public record DerivationRecorded(LineageStep derivation) implements DerivationOutcome {}
