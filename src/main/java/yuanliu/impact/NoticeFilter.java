package yuanliu.impact;

import org.jspecify.annotations.Nullable;

/// Which of the notices that were issued; what is null does not narrow.
record NoticeFilter(
        @Nullable Boolean acknowledged,
        @Nullable String department,
        @Nullable ChangeKind change,
        @Nullable Boolean overdue) {

    static final NoticeFilter ALL = new NoticeFilter(null, null, null, null);
}
