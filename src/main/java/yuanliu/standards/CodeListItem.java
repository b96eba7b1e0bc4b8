package yuanliu.standards;

import org.jspecify.annotations.Nullable;

/// One code of a list.
///
/// @param parent the code above it, where the list has levels
public record CodeListItem(
        String code,
        String name,
        @Nullable String parent,
        @Nullable String note) {}
