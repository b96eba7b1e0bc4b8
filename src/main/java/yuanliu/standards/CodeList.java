package yuanliu.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A code list (值域代码集), or a rule by which codes are made, as a standard sets it.
///
/// @param code     the standard's number without edition: `GB/T 2261.1`
/// @param edition  the year of the edition that is kept here; null when the place's own list says none
/// @param aliases  what else it is called: shorter titles, former numbers
/// @param rule     whether the standard sets how codes are made, so that there is no list to be named by fields
/// @param complete whether every code of that edition is kept here
/// @param source   where the codes are from, and how sure they are
public record CodeList(
        String code,
        @Nullable String edition,
        String title,
        List<String> aliases,
        boolean rule,
        boolean complete,
        String source,
        List<CodeListItem> items) {

    public CodeList {
        aliases = List.copyOf(aliases);
        items = List.copyOf(items);
    }
}
