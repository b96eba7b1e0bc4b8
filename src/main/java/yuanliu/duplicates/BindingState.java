package yuanliu.duplicates;

/// How it stands with what a field was understood to be.
enum BindingState {
    PROPOSED,
    CONFIRMED,
    REJECTED,
    OVERRULED
}
