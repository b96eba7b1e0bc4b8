package yuanliu.ownership;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Projection;

/// One row of the ledger: who is named as the source of a unit, on what ground, from when till when.
///
/// @param department the department named, or the one that took over from it
/// @param answerable whether that department is there to answer: known, and not dissolved without a successor
/// @param scopeKnown whether the row's 适用范围, if it has one, is a region that we know
public record Designation(
        String code,
        @Nullable Department department,
        @Nullable DataField field,
        @Nullable Ground ground,
        @Nullable String document,
        @Nullable String clause,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        SourceState state,
        boolean answerable,
        boolean scopeKnown) {

    /// Newest first: by the first day, a row without one last.
    static final Comparator<Designation> NEWEST_FIRST = Comparator.comparing(
                    Designation::validFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .reversed()
            .thenComparing(Designation::code);

    /// Reads what a statement projects as `designation {.*, named, responsible, field, scopeKnown}`.
    public static Designation from(Value projection) {
        var of = new Projection(projection);
        var state = of.textOrNull("state");
        var named = projection.get("named");
        var responsible = projection.get("responsible");
        var field = projection.get("field");
        return new Designation(
                of.text("code"),
                !responsible.isNull() ? Department.from(responsible) : named.isNull() ? null : Department.from(named),
                field.isNull() ? null : DataField.from(field),
                Ground.ofWord(of.textOrNull("ground")),
                of.textOrNull("document"),
                of.textOrNull("clause"),
                of.dateOrNull("validFrom"),
                of.dateOrNull("validTo"),
                SourceState.ofWord(state == null ? "" : state, of.textOrNull("stateText") != null),
                !responsible.isNull(),
                projection.get("scopeKnown").asBoolean());
    }

    /// Whether it counts on a day: valid, its scope known, and naming somebody who answers, where it names somebody.
    public boolean inForce(LocalDate day) {
        return scopeKnown
                && (validFrom == null || !validFrom.isAfter(day))
                && (validTo == null || day.isBefore(validTo))
                && (answerable || state == SourceState.NO_STATUTORY_SOURCE);
    }
}
