package yuanliu.catalog;

/// What data flows through, and a department answers for.
public interface Asset extends Entity {}
