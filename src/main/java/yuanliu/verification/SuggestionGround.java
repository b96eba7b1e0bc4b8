package yuanliu.verification;

/// What a suggestion rests on.
enum SuggestionGround {
    /// The matrix of what is usually held against what.
    MATRIX,
    /// The column 校核来源 of the designation.
    FILED,
    /// A field of the unit that is filed as 核验.
    HOLDER
}
