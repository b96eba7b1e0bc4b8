package yuanliu.standards;

/// In what a field is not as its element is; in the order in which they are told.
public enum DeviationKind {
    TYPE,
    LENGTH,
    CODE_LIST,
    FORMAT,
    NAME
}
