package yuanliu.lineage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;
import yuanliu.web.Codes;

/// One 血缘 row: between two fields, or between what they belong to as a whole.
///
/// @param from nearer the source
/// @param to   nearer the user
/// @param edge       what tells this row from every other
/// @param provenance who says so; null when it is several rows
/// @param through    the rows that it is when what lies between is folded, from the source to the user
record Derivation(
        End from,
        End to,
        String edge,
        @Nullable Activity activity,
        @Nullable String rule,
        Assertion assertedBy,
        @Nullable Double confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Provenance provenance,
        List<Derivation> through) {

    static final Comparator<Derivation> ORDER = Comparator.comparing(Derivation::fromCode, Codes.ORDER)
            .thenComparing(Derivation::toCode, Codes.ORDER)
            .thenComparing(Derivation::edge, Codes.ORDER);

    /// Reads a row between two fields.
    static Derivation betweenFields(MapAccessor row) {
        return between(Kind.DATA_FIELD, Kind.DATA_FIELD, row);
    }

    /// Reads a row from a resource as a whole to another, or to a form.
    static Derivation betweenWholes(MapAccessor row) {
        return between(Kind.DATA_RESOURCE, row.get("toForm").asBoolean() ? Kind.FORM : Kind.DATA_RESOURCE, row);
    }

    private static Derivation between(Kind from, Kind to, MapAccessor row) {
        var step = new Projection(row.get("step"));
        return new Derivation(
                new End(from, row.get("fromKey").asString(), row.get("fromCode").asString()),
                new End(to, row.get("toKey").asString(), row.get("toCode").asString()),
                step.text("edge"),
                Activity.ofWord(step.textOrNull("activity")),
                step.textOrNull("rule"),
                Assertion.ofWord(step.textOrNull("assertedBy")),
                step.fractionOrNull("confidence"),
                step.dateOrNull("validFrom"),
                step.dateOrNull("validTo"),
                Provenance.from(row.get("step")),
                List.of());
    }

    /// How sure it is where steps are compared: one that does not say counts as certain.
    double certainty() {
        return confidence == null ? 1.0 : confidence;
    }

    String fromKey() {
        return from.key();
    }

    String fromCode() {
        return from.code();
    }

    String toKey() {
        return to.key();
    }

    String toCode() {
        return to.code();
    }

    End near(LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? to : from;
    }

    End far(LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? from : to;
    }
}
