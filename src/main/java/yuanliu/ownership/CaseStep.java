package yuanliu.ownership;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Projection;

/// One step on the way to a unit's source: who did what, when and why. No step is ever taken away.
///
/// @param by         a person's or office's name as they gave it; null when the system suggests
/// @param department whom it is about
/// @param lead       whether it leads in collecting what has no statutory source
/// @param line       whether it is named as the head of its line
/// @param until      of a revocation: the first day on which it holds no more
record CaseStep(
        long number,
        OffsetDateTime at,
        CaseAction action,
        CaseState from,
        CaseState to,
        @Nullable String by,
        @Nullable Department department,
        @Nullable DataField field,
        @Nullable DenialReason denial,
        @Nullable Ground ground,
        boolean lead,
        boolean line,
        @Nullable String clause,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable String document) {

    /// Reads what a statement projects as `step {.*, department, field}`.
    static CaseStep from(Value projection) {
        var of = new Projection(projection);
        var department = projection.get("department");
        var field = projection.get("field");
        var denial = of.textOrNull("denial");
        var ground = of.textOrNull("ground");
        return new CaseStep(
                projection.get("number").asLong(),
                projection.get("at").asOffsetDateTime(),
                CaseAction.valueOf(of.text("action")),
                CaseState.valueOf(of.text("from")),
                CaseState.valueOf(of.text("to")),
                of.textOrNull("by"),
                department.isNull() ? null : Department.from(department),
                field.isNull() ? null : DataField.from(field),
                denial == null ? null : DenialReason.valueOf(denial),
                ground == null ? null : Ground.valueOf(ground),
                Boolean.TRUE.equals(of.flagOrNull("lead")),
                Boolean.TRUE.equals(of.flagOrNull("line")),
                of.textOrNull("clause"),
                of.dateOrNull("validFrom"),
                of.dateOrNull("until"),
                of.textOrNull("reason"),
                of.textOrNull("document"));
    }
}
