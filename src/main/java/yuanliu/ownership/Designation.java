package yuanliu.ownership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Projection;
import yuanliu.web.Codes;

/// One row of the ledger: who is named as the source of a unit, on what ground, from when till when.
///
/// @param department the department named, or the one that took over from it
/// @param answerable whether that department is there to answer: known, and not dissolved without a successor
/// @param line       whether it names a whole line (条线) by its head: in each place the local organ of the line is the
/// source
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
        boolean line,
        boolean answerable,
        boolean scopeKnown) {

    private static final List<String> LINE_COLUMNS = List.of("x_条线", "x_line");
    private static final List<String> YES = List.of("是", "y", "yes", "true", "1");

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
                saysLine(projection),
                !responsible.isNull(),
                projection.get("scopeKnown").asBoolean());
    }

    /// What people decide says so; a filed row by a column of its own, 条线 or line.
    private static boolean saysLine(Value projection) {
        if (projection.get("line").isTrue()) {
            return true;
        }
        for (var column : LINE_COLUMNS) {
            var cell = projection.get(column);
            if (!cell.isNull()
                    && YES.contains(Codes.key(cell.asObject().toString()).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /// Whether it counts on a day: valid, its scope known, and naming somebody who answers, where it names somebody.
    public boolean inForce(LocalDate day) {
        return scopeKnown
                && (validFrom == null || !validFrom.isAfter(day))
                && (validTo == null || day.isBefore(validTo))
                && (answerable || state == SourceState.NO_STATUTORY_SOURCE);
    }
}
