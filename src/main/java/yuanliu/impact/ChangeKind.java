package yuanliu.impact;

/// In what way something is changed.
public enum ChangeKind {
    STOP
}
