package yuanliu.lineage;

/// A flow that went on by another rule.
public record LineageChange(LineageStep before, LineageStep after) {}
