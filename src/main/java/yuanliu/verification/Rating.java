package yuanliu.verification;

/// What who raised it says of how it was dealt with.
enum Rating {
    SATISFIED,
    PARTLY_SATISFIED,
    NOT_SATISFIED
}
