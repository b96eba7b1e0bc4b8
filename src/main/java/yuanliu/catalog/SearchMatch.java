package yuanliu.catalog;

/// What of a found thing fits the text, best first.
enum SearchMatch {
    CODE,
    NAME,
    SYNONYM,
    INITIALS,
    TEXT
}
