package yuanliu.verification;

/// In what way the two do not agree.
enum DiscrepancyKind {
    VALUE_DIFFERS,
    MISSING_AT_SOURCE,
    MISSING_AT_OTHER,
    LATE
}
