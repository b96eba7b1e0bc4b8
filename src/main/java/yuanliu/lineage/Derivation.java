package yuanliu.lineage;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;
import yuanliu.catalog.Projection;
import yuanliu.web.Codes;

/// One 血缘 row between two fields, known by their keys.
///
/// @param fromKey nearer the source
/// @param toKey   nearer the user
/// @param edge    what tells this row from every other
record Derivation(
        String fromKey,
        String fromCode,
        String toKey,
        String toCode,
        String edge,
        @Nullable Activity activity,
        @Nullable String rule,
        Assertion assertedBy,
        @Nullable Double confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static final Comparator<Derivation> ORDER = Comparator.comparing(Derivation::fromCode, Codes.ORDER)
            .thenComparing(Derivation::toCode, Codes.ORDER)
            .thenComparing(Derivation::edge, Codes.ORDER);

    static Derivation from(MapAccessor row) {
        var step = new Projection(row.get("step"));
        return new Derivation(
                row.get("fromKey").asString(),
                row.get("fromCode").asString(),
                row.get("toKey").asString(),
                row.get("toCode").asString(),
                step.text("edge"),
                Activity.ofWord(step.textOrNull("activity")),
                step.textOrNull("rule"),
                Assertion.ofWord(step.textOrNull("assertedBy")),
                step.fractionOrNull("confidence"),
                step.dateOrNull("validFrom"),
                step.dateOrNull("validTo"));
    }

    /// How sure it is where steps are compared: one that does not say counts as certain.
    double certainty() {
        return confidence == null ? 1.0 : confidence;
    }

    String nearKey(LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? toKey : fromKey;
    }

    String farKey(LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? fromKey : toKey;
    }

    String farCode(LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? fromCode : toCode;
    }
}
