package yuanliu.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;
import yuanliu.workdays.Due;
import yuanliu.workdays.Span;

/// That a user doubts what is shared (异议), and what the provider did about it: the 校核申请 of Article 26.
///
/// @param about       the doubted field, resource or form
/// @param unitKey     the unit of the doubted field, by its key
/// @param respondent  who provides it, or took over from them: who has to answer
/// @param receivedOn  from when the term is counted
/// @param answeredOn  when it was answered, or not accepted
/// @param endedOn     that, or when it was taken back
/// @param workingDays how long the term is
/// @param version     how many steps were taken, today
/// @param asOf        the day on which it is looked at: its state, outcome and clock are of that day
record Objection(
        String code,
        String shown,
        Asset about,
        @Nullable String unitKey,
        Department raisedBy,
        Department department,
        ObjectionState state,
        LocalDate receivedOn,
        String reason,
        @Nullable String document,
        @Nullable String expected,
        @Nullable ObjectionOutcome outcome,
        @Nullable String outcomeReason,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate endedOn,
        @Nullable Rating rating,
        int discrepancyCount,
        long version,
        int workingDays,
        Due term,
        Span span,
        LocalDate asOf)
        implements Entity {

    /// What counts the days of a term.
    interface Clock {
        int workingDays();

        Due due(LocalDate received);

        Span used(LocalDate received, LocalDate to);
    }

    /// Reads what a statement projects as `objection {.*, about: {.*, kind}, raiser, respondent, gathered}`.
    static Objection from(Value projection, LocalDate asOf, Clock clock) {
        var of = new Projection(projection);
        var state = stateOn(projection, asOf);
        var received = projection.get("receivedOn").asLocalDate();
        var answered = notAfter(of.dateOrNull("answeredOn"), asOf);
        var ended = notAfter(of.dateOrNull("endedOn"), asOf);
        var outcome = of.textOrNull("outcome");
        var rating = of.textOrNull("rating");
        var done = state == ObjectionState.SETTLED || state == ObjectionState.RATED;
        return new Objection(
                of.text("code"),
                of.text("shown"),
                (Asset) Kind.readAny(projection.get("about")),
                of.textOrNull("unitKey"),
                Department.from(projection.get("raiser")),
                Department.from(projection.get("respondent")),
                state,
                received,
                of.text("reason"),
                of.textOrNull("document"),
                of.textOrNull("expected"),
                done && outcome != null ? ObjectionOutcome.valueOf(outcome) : null,
                state.isOpen() ? null : of.textOrNull("outcomeReason"),
                answered,
                ended,
                state == ObjectionState.RATED && rating != null ? Rating.valueOf(rating) : null,
                projection.get("gathered").asInt(),
                projection.get("version").asLong(),
                clock.workingDays(),
                clock.due(received),
                clock.used(received, ended == null ? asOf : ended),
                asOf);
    }

    private static @Nullable LocalDate notAfter(@Nullable LocalDate day, LocalDate asOf) {
        return day == null || day.isAfter(asOf) ? null : day;
    }

    private static ObjectionState stateOn(Value projection, LocalDate day) {
        var states = new ArrayList<String>(projection.get("states").asList(Value::asString));
        var days = projection.get("days").asList(Value::asLocalDate);
        var at = states.getFirst();
        for (int i = 0; i < days.size(); i++) {
            if (!days.get(i).isAfter(day)) {
                at = states.get(i);
            }
        }
        return ObjectionState.valueOf(at);
    }

    @Override
    public String name() {
        return "对“%s”的异议".formatted(shown);
    }

    public LocalDate due() {
        return term.date();
    }

    /// Whether every year that was counted through has its calendar.
    public boolean dueCertain() {
        return term.certain() && span.certain();
    }

    /// How many working days it took, or has taken so far.
    public int workingDaysUsed() {
        return Math.max(0, span.days());
    }

    /// Whether the term has ended without an answer.
    public boolean overdue() {
        return state.isOpen() && asOf.isAfter(due());
    }

    /// Whether it was answered, but behind the term.
    public boolean answeredLate() {
        return answeredOn != null && answeredOn.isAfter(due());
    }

    public List<ObjectionAction> possible() {
        return ObjectionAction.allIn(state);
    }
}
