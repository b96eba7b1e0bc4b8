package yuanliu.duplicates.understanding;

/// What a piece of evidence speaks of.
public enum SignalKind {
    ELEMENT,
    NAME,
    PHYSICAL_NAME,
    TYPE,
    CODE_LIST,
    DESCRIPTION,
    EMBEDDING,
    SUBJECT,
    QUALIFIER,
    ACQUISITION,
    LINEAGE,
    TERRITORY,
    SOURCE,
    GRANT,
    GRANULARITY,
    RESOURCE_OVERLAP,
    CAP
}
