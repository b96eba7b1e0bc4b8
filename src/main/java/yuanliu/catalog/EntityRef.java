package yuanliu.catalog;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;

/// Names one thing, by global id or by the code that people use; exactly one is given.
public record EntityRef(
        @Nullable String id,
        @Nullable String department,
        @Nullable String informationSystem,
        @Nullable String dataResource,
        @Nullable String dataField,
        @Nullable String dataElement,
        @Nullable String form) {

    /// What is named: its kind and the key by which it is found. Empty when a global id is none of ours.
    ///
    /// @throws BadRequest when not exactly one is given
    public Optional<Named> named() {
        var given = new LinkedHashMap<Kind, String>();
        put(given, Kind.DEPARTMENT, department);
        put(given, Kind.INFORMATION_SYSTEM, informationSystem);
        put(given, Kind.DATA_RESOURCE, dataResource);
        put(given, Kind.DATA_FIELD, dataField);
        put(given, Kind.DATA_ELEMENT, dataElement);
        put(given, Kind.FORM, form);
        if (given.size() + (id == null ? 0 : 1) != 1) {
            throw new BadRequest("EntityRef 应恰好指定一项");
        }
        if (id != null) {
            return Codes.named(id)
                    .flatMap(named ->
                            Kind.labelled(named.label()).map(kind -> new Named(kind, Codes.key(named.code()))));
        }
        var only = given.firstEntry();
        return Optional.of(new Named(only.getKey(), Codes.key(only.getValue())));
    }

    /// What the asker wrote, for the sentence that says it is not there.
    public String asked() {
        for (var text : new String[] {id, department, informationSystem, dataResource, dataField, dataElement, form}) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static void put(LinkedHashMap<Kind, String> given, Kind kind, @Nullable String code) {
        if (code != null) {
            given.put(kind, code);
        }
    }

    /// A kind and a key.
    public record Named(Kind kind, String key) {}
}
