package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// One unit of 一数一源, as the cells of a row resolve to it.
///
/// @param code      `element/subject/qualifier@region`, what is empty at the end left out
/// @param element   the element's code
/// @param subject   whose datum it is
/// @param qualifier the part he plays; null for the holder himself
/// @param region    the scope's code; null without scope
/// @param name      for people
public record Unit(
        String code,
        String element,
        @Nullable String subject,
        @Nullable String qualifier,
        @Nullable String region,
        String name) {

    public String key() {
        return Codes.key(code);
    }
}
