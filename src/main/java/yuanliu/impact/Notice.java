package yuanliu.impact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;

/// What one department is told of a change.
///
/// @param code        null until it is issued
/// @param hit         what is hit, one line a resource, form, system or agreement
/// @param why         by what way the change comes to the worst and nearest of it
/// @param workingDays how many it has
/// @param dueCertain  whether every year that was counted through has its calendar
public record Notice(
        @Nullable String code,
        Department department,
        Entity of,
        ChangeKind change,
        Severity severity,
        String subject,
        List<String> hit,
        String why,
        List<String> todo,
        int workingDays,
        LocalDate due,
        boolean dueCertain,
        String ground,
        @Nullable Issued issued,
        @Nullable Acknowledged acknowledged,
        @Nullable Delivery delivery) {

    /// When and by whom it was issued.
    public record Issued(OffsetDateTime at, String by) {}

    /// When and by whom it was acknowledged.
    public record Acknowledged(
            OffsetDateTime at, String by, @Nullable String remark) {}

    /// How the sending of it stands.
    public record Delivery(
            State state, int attempts, @Nullable String problem) {

        /// Waiting for its next attempt, taken by the receiver, or given up.
        public enum State {
            PENDING,
            DELIVERED,
            FAILED
        }
    }

    /// Reads what a statement projects as `notice {.*, department, of}`.
    static Notice from(Value projection) {
        var of = new Projection(projection);
        var delivery = of.textOrNull("delivery");
        return new Notice(
                of.text("code"),
                Department.from(projection.get("department")),
                Kind.readAny(projection.get("of")),
                ChangeKind.valueOf(of.text("change")),
                Severity.valueOf(of.text("severity")),
                of.text("subject"),
                of.texts("hit"),
                of.text("why"),
                of.texts("todo"),
                projection.get("workingDays").asInt(),
                projection.get("due").asLocalDate(),
                projection.get("dueCertain").asBoolean(),
                of.text("ground"),
                new Issued(projection.get("issuedAt").asOffsetDateTime(), of.text("issuedBy")),
                projection.get("acknowledgedAt").isNull()
                        ? null
                        : new Acknowledged(
                                projection.get("acknowledgedAt").asOffsetDateTime(),
                                of.text("acknowledgedBy"),
                                of.textOrNull("remark")),
                delivery == null
                        ? null
                        : new Delivery(
                                Delivery.State.valueOf(delivery),
                                projection.get("deliveryAttempts").asInt(0),
                                of.textOrNull("deliveryProblem")));
    }
}
