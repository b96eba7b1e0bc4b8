package yuanliu.duplicates.detection;

/// What a party has to do with a finding. Only COLLECTOR and COPY accuse.
public enum Role {
    SOURCE,
    COLLECTOR,
    KEEPER,
    COPY
}
