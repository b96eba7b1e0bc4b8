package yuanliu.filing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import yuanliu.filing.reading.Column;
import yuanliu.filing.reading.Sheet;

/// The properties that things of a sheet are known to have, each with a place of its own: things are met by the
/// million, and an array takes a fraction of what a map does.
final class Layout {

    private static final List<String> OF_ALL =
            List.of("key", "code", "nameKey", "batch", "row", "searchText", "searchInitials");
    private static final List<String> OF_FIELDS = List.of(
            "ownerKey",
            "ordinal",
            "elementAwaited",
            "baseType",
            "minLength",
            "maxLength",
            "scale",
            "stale",
            "undescribed");
    private static final Map<Sheet, Layout> BY_SHEET = new EnumMap<>(Sheet.class);

    static {
        for (var sheet : Sheet.values()) {
            BY_SHEET.put(sheet, new Layout(sheet));
        }
    }

    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();

    private Layout(Sheet sheet) {
        var all = new LinkedHashSet<>(OF_ALL);
        switch (sheet) {
            case FIELDS, FORM_FIELDS -> all.addAll(OF_FIELDS);
            case ELEMENTS -> all.addAll(List.of("baseType", "minLength", "maxLength", "scale"));
            case LINEAGE -> all.addAll(List.of("edge", "filedOn", "version"));
            case DESIGNATIONS ->
                all.addAll(List.of(
                        "elementKey",
                        "departmentRef",
                        "departmentKey",
                        "resourceRef",
                        "resourceKey",
                        "regionRef",
                        "regionKey",
                        "fieldRef",
                        "fieldKey"));
            default -> {}
        }
        for (var column : sheet.columns()) {
            all.add(column.alias());
            if (column.type() != Column.Type.TEXT) {
                all.add(column.alias() + "Text");
            }
        }
        for (var named : Named.BY_SHEET.getOrDefault(sheet, List.of())) {
            all.add(named.column() + "Ref");
            all.add(named.column() + "Key");
        }
        names = all.toArray(String[]::new);
        for (var at = 0; at < names.length; at++) {
            places.put(names[at], at);
        }
    }

    static Layout of(Sheet sheet) {
        return java.util.Objects.requireNonNull(BY_SHEET.get(sheet));
    }

    int size() {
        return names.length;
    }

    String name(int place) {
        return names[place];
    }

    /// -1 for a property that has no place, as those of columns the contract does not know.
    int place(String name) {
        return places.getOrDefault(name, -1);
    }
}
