package yuanliu.lineage;

/// What was said makes no sense, or nothing of the kind can be decided of this row.
public record DerivationRefused(String code, String message) implements DerivationOutcome {}
