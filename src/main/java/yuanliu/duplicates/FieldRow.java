package yuanliu.duplicates;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Described;
import yuanliu.web.Codes;

/// A field as the detection reads it. The columns are told by their places: of millions of rows each name would be
/// looked for.
///
/// @param code           null where it is the key
/// @param owner          the key of its resource or form
/// @param element        the key of the element that people said
/// @param rejected       the keys of the elements that people said it is not
/// @param understoodAs   what the graph has kept of the last time: the unit, where it is not the one it is held as
/// @param proposal       the number of what the graph has kept as proposed; null for nothing
record FieldRow(
        String key,
        @Nullable String code,
        String name,
        @Nullable String owner,
        @Nullable String acquisition,
        @Nullable String sharing,
        @Nullable String physicalName,
        @Nullable String baseType,
        @Nullable Long maxLength,
        @Nullable String codeList,
        @Nullable String description,
        @Nullable String subject,
        @Nullable String qualifier,
        List<String> rejected,
        @Nullable String element,
        @Nullable String understoodAs,
        @Nullable Long proposal) {

    static FieldRow from(Record row, Words words) {
        return from(row, first(row.get(16)), words);
    }

    /// @param element the key of the one that the field represents, for rows that do not tell it
    static FieldRow from(Record row, @Nullable String element, Words words) {
        return new FieldRow(
                row.get(0).asString(),
                text(row, 1),
                words.word(row.get(2).asString()),
                text(row, 3),
                words.same(text(row, 4)),
                words.same(text(row, 5)),
                text(row, 6),
                words.same(text(row, 7)),
                row.get(8).isNull() ? null : row.get(8).asLong(),
                words.same(text(row, 9)),
                text(row, 10),
                words.same(text(row, 11)),
                words.same(text(row, 12)),
                row.get(13).isNull() ? List.of() : row.get(13).asList(Value::asString),
                element,
                text(row, 14),
                row.get(15).isNull() ? null : row.get(15).asLong());
    }

    private static @Nullable String first(Value elements) {
        return switch (elements.size()) {
            case 0 -> null;
            case 1 -> elements.get(0).asString();
            default -> Collections.min(elements.asList(Value::asString), Codes.ORDER);
        };
    }

    private static @Nullable String text(Record row, int place) {
        var value = row.get(place);
        return value.isNull() ? null : value.asString();
    }

    Described in(Scene.Owner owner) {
        return new Described(
                name,
                element,
                physicalName,
                baseType,
                maxLength,
                codeList,
                description,
                subject,
                qualifier,
                owner.name(),
                owner.subject(),
                owner.summary(),
                owner.population(),
                owner.respondent());
    }

    /// Whether the graph has kept another unit than it is held as now.
    boolean isMoved(@Nullable String unit) {
        return !Objects.equals(unit, understoodAs);
    }

    /// Whether the graph has kept else than it was understood to be now.
    ///
    /// @param unit as it would be kept
    boolean isOther(@Nullable String unit, @Nullable Proposal proposed) {
        return isMoved(unit)
                || (proposed == null ? proposal != null : proposal == null || proposal != proposed.number());
    }
}
