package yuanliu.verification;

/// By what rates are told.
enum RatePeriod {
    DAY,
    MONTH,
    QUARTER
}
