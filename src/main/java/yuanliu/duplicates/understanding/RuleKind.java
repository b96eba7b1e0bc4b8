package yuanliu.duplicates.understanding;

/// What a name can say by itself; the patterns are data (`vocabulary/name-rules.csv`).
public enum RuleKind {
    /// A fact fixed at some moment in the past.
    OTHER_TIME,
    /// What is only intended.
    INTENDED,
    /// A statistic, a threshold, a count by another rule.
    STATISTIC,
    /// An item of a certificate as such.
    CERTIFICATE,
    /// Somebody who matters to one event only.
    EVENT_PERSON,
    /// How somebody is reached; nobody is its source by law.
    CONTACT,
    /// A name or number by which a record is found.
    IDENTIFYING,
    /// A collection that the law exempts.
    EXEMPT,
    /// Test data.
    TEST,
    /// History and back-ups.
    HISTORY,
    /// Statistics or masked copies.
    STATISTICAL_COPY,
    /// Who a record is about, and so its holder.
    PRIMARY_ROLE
}
