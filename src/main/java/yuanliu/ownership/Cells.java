package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataElement;

/// What was filed of a field, a form's field or a designation, as far as it decides the unit.
///
/// @param element        the element's code
/// @param elementName    its name
/// @param elementSubject its 对象类
/// @param subject        the row's own 主体类
/// @param qualifier      the row's own 限定词
/// @param ownerSubject   the 主体类 of the resource that the field belongs to
/// @param respondent     the 填报对象 of the form that the field belongs to
/// @param region         the code of a designation's 适用范围
/// @param regionName     its name, when it is known
public record Cells(
        String element,
        String elementName,
        @Nullable String elementSubject,
        @Nullable String subject,
        @Nullable String qualifier,
        @Nullable String ownerSubject,
        @Nullable String respondent,
        @Nullable String region,
        @Nullable String regionName) {

    /// What a designation, or a question about a unit, says.
    public static Cells of(
            DataElement element,
            @Nullable String subject,
            @Nullable String qualifier,
            @Nullable String region,
            @Nullable String regionName) {
        return new Cells(
                element.code(), element.name(), element.subject(), subject, qualifier, null, null, region, regionName);
    }
}
