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

    /// What a unit is called: 自然人·公民身份号码(法定代表人)@示例市.
    static String nameOf(
            @Nullable String subject, String elementName, @Nullable String qualifier, @Nullable String regionName) {
        return (subject == null ? "" : subject + "·")
                + elementName
                + (qualifier == null ? "" : "(" + qualifier + ")")
                + (regionName == null ? "" : "@" + regionName);
    }
}
