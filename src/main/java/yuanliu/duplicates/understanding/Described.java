package yuanliu.duplicates.understanding;

import org.jspecify.annotations.Nullable;

/// All that is filed of a field, as far as it tells what the field means.
///
/// @param element      the key of the element it is filed or confirmed under
/// @param baseType     what its type comes to, in any notation
/// @param maxLength    in characters or digits
/// @param ownerName    of the resource or form
/// @param ownerSubject of the resource
/// @param ownerSummary of the resource
/// @param population   of the resource
/// @param respondent   of the form
public record Described(
        String name,
        @Nullable String element,
        @Nullable String physicalName,
        @Nullable String baseType,
        @Nullable Long maxLength,
        @Nullable String codeList,
        @Nullable String description,
        @Nullable String subject,
        @Nullable String qualifier,
        String ownerName,
        @Nullable String ownerSubject,
        @Nullable String ownerSummary,
        @Nullable String population,
        @Nullable String respondent) {}
