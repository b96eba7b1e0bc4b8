package yuanliu.impact;

import org.jspecify.annotations.Nullable;

record AcknowledgeNoticeInput(
        String code, String by, @Nullable String remark) {}
