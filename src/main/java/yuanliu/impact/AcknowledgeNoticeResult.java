package yuanliu.impact;

/// What came of acknowledging a notice.
public sealed interface AcknowledgeNoticeResult {

    /// It is acknowledged from now on.
    record NoticeAcknowledged(Notice notice) implements AcknowledgeNoticeResult {}

    /// Somebody did before; that stands.
    record NoticeAcknowledgedBefore(Notice notice) implements AcknowledgeNoticeResult {}
}
