package yuanliu.standards;

/// How heavy a deviation is.
public enum DeviationSeverity {
    /// Values of the standard do not fit, or mean something else.
    CONFLICT,
    /// People have to look.
    HINT
}
