package yuanliu.verification;

/// Whether what a source is held against can tell anything of it.
enum Independence {
    /// It comes from elsewhere.
    INDEPENDENT,
    /// It is the source's own.
    SOURCE_ITSELF,
    /// Its department and the source's are of one line.
    SAME_LINE,
    /// It comes from the source by lineage: it agrees whatever the source says.
    COPY,
    /// Nobody is the source, so nothing can be judged.
    UNKNOWN
}
