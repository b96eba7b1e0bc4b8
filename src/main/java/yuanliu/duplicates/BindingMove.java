package yuanliu.duplicates;

import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Written;

/// What somebody decides of what a field is, as they say it.
///
/// @param version   which they saw
/// @param element   code of the element; as proposed when not said
/// @param subject   as proposed when not said, none when empty
/// @param qualifier likewise
/// @param by        a person's or office's name
/// @param document  the number of the paper that says so
record BindingMove(
        String field,
        long version,
        @Nullable String element,
        @Nullable String subject,
        @Nullable String qualifier,
        String by,
        String reason,
        @Nullable String document) {

    BindingMove {
        by = by.strip();
        reason = reason.strip();
        document = document == null || document.isBlank() ? null : document.strip();
        element = element == null || element.isBlank() ? null : element.strip();
    }

    /// @throws BadRequest when it does not say who and why, or says too much
    void check() {
        if (by.isEmpty()) {
            throw new BadRequest("请在 by 中写明由何人或何处决定");
        }
        Written.refuseLong("by", by, Written.LONGEST_NAME);
        if (reason.isEmpty()) {
            throw new BadRequest("请在 reason 中写明理由");
        }
        Written.refuseLong("reason", reason, Written.LONGEST_TEXT);
        Written.refuseLong("document", document, Written.LONGEST_NAME);
        Written.refuseLong("subject", subject, Written.LONGEST_NAME);
        Written.refuseLong("qualifier", qualifier, Written.LONGEST_NAME);
    }
}
