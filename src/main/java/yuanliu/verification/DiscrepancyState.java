package yuanliu.verification;

/// What has become of a discrepancy.
enum DiscrepancyState {
    OPEN,
    IN_OBJECTION,
    SETTLED
}
