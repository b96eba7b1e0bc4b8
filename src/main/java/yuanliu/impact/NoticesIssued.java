package yuanliu.impact;

/// What came of issuing notices.
///
/// @param issued   how many now
/// @param already  how many departments have an unacknowledged one of the same question
/// @param question what they have in common
public record NoticesIssued(int issued, int already, String question) {}
