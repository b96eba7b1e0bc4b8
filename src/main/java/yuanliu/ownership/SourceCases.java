package yuanliu.ownership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.SourceCaseChange.IllegalSourceStep;
import yuanliu.ownership.SourceCaseChange.NoCandidate;
import yuanliu.ownership.SourceCaseChange.NotAsked;
import yuanliu.ownership.SourceCaseChange.NotClaimed;
import yuanliu.ownership.SourceCaseChange.SourceCaseChanged;
import yuanliu.ownership.SourceCaseChange.StaleSourceCase;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What people do to settle who is a unit's source, step by step; every step is kept. What they decide is a designation
/// beside the filed ones: those that it replaces end, and are filed again in vain.
@Component
class SourceCases {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Candidates candidates;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Statement locked;
    private final Statement stepped;
    private final Statement stepsOf;
    private final Statement fitting;
    private final Statement listed;
    private final Statement decided;
    private final Statement ended;

    SourceCases(
            Neo4jClient graph,
            Catalog catalog,
            Ledger ledger,
            Candidates candidates,
            Today today,
            ApplicationEventPublisher events,
            CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.ledger = ledger;
        this.candidates = candidates;
        this.today = today;
        this.events = events;
        this.locked = cypher.get("ownership/locked-case");
        this.stepped = cypher.get("ownership/case-stepped");
        this.stepsOf = cypher.get("ownership/steps-of-cases");
        this.fitting = cypher.get("ownership/cases");
        this.listed = cypher.get("ownership/listed-case");
        this.decided = cypher.get("ownership/decided-designation");
        this.ended = cypher.get("ownership/ended-designations");
    }

    /// The case of each of some units.
    @Transactional(readOnly = true)
    public Map<SourceUnit, SourceCase> of(Collection<SourceUnit> units) {
        var steps = graph
                .query(stepsOf.text())
                .bind(units.stream().map(SourceUnit::key).distinct().toList())
                .to("units")
                .fetchAs(OfUnit.class)
                .mappedBy((types, row) -> new OfUnit(row.get("unit").asString(), CaseStep.from(row.get("step"))))
                .all()
                .stream()
                .collect(groupingBy(OfUnit::unit, mapping(OfUnit::step, toList())));
        var standings = ledger.standings(units);
        var cases = new HashMap<SourceUnit, SourceCase>();
        units.forEach(unit -> cases.put(
                unit,
                SourceCase.of(
                        unit,
                        Objects.requireNonNull(standings.get(unit)).state(),
                        steps.getOrDefault(unit.key(), List.of()))));
        return cases;
    }

    /// The units of which somebody has taken a step, by code.
    ///
    /// @param states in one of these; null for all
    /// @param asked  the code of a department that was asked; null for all
    /// @param open   only those that this department has not answered
    @Transactional(readOnly = true)
    public Page<SourceUnit> page(
            @Nullable List<CaseState> states, @Nullable String asked, boolean open, Window window) {
        var shown = graph.query(fitting.text())
                .bind(states == null ? null : states.stream().map(Enum::name).toList())
                .to("states")
                .bind(asked == null ? null : Codes.key(asked))
                .to("asked")
                .bind(open)
                .to("open")
                .bind(window.afterValue(0))
                .to("after")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("units").asList(SourceUnit::from)))
                .one()
                .orElseThrow();
        return Page.of(window, shown.units(), shown.total(), unit -> Cursor.at(unit.code()));
    }

    /// Of two who take a step at once the slower is refused: the case is locked before its version is compared.
    ///
    /// @throws BadRequest when the move lacks what such a step has to say
    /// @throws NotThere   when a unit, department or field is not there
    @Transactional
    public SourceCaseChange move(CaseAction action, SourceMove move) {
        move.check(action);
        var unit = ledger.find(Codes.key(move.unit())).orElseThrow(() -> new NotThere("unit", move.unit()));
        graph.query(locked.text()).bind(unit.key()).to("unit").run();
        var now = Objects.requireNonNull(of(List.of(unit)).get(unit));
        if (now.version() != move.version()) {
            return new StaleSourceCase(now, move.version());
        }
        if (!action.possibleIn(now.state())) {
            return new IllegalSourceStep(now, action);
        }
        var taken = switch (action) {
            case SUGGEST -> suggest(now);
            case ASSIGN -> assign(now, department(move));
            case CLAIM -> answer(now, department(move), move, SourceCase.Answer.CLAIMED);
            case DENY -> answer(now, department(move), move, SourceCase.Answer.DENIED);
            case CONFIRM -> confirm(now, department(move), move);
            case PUBLISH -> publish(now, move);
            case CHANGE -> new Taken(CaseState.ASSIGNED, Map.of("department", key(department(move))));
            case REVOKE -> revoke(now, move);
        };
        if (taken.refused() != null) {
            return taken.refused();
        }
        write(now, action, taken, move);
        var after = Objects.requireNonNull(of(List.of(unit)).get(unit));
        list(after);
        return new SourceCaseChanged(unit, after);
    }

    /// What a step leads to.
    ///
    /// @param refused null when it is taken
    /// @param says    what the step says beside what was written by whoever takes it
    private record Taken(
            CaseState to,
            Map<String, Object> says,
            @Nullable SourceCaseChange refused) {

        Taken(CaseState to, Map<String, Object> says) {
            this(to, says, null);
        }

        static Taken not(SourceCaseChange refused) {
            return new Taken(CaseState.TO_SORT, Map.of(), refused);
        }
    }

    private Taken suggest(SourceCase now) {
        var suggested = candidates.of(List.of(now.unit())).getOrDefault(now.unit(), List.of());
        if (suggested.isEmpty()) {
            return Taken.not(new NoCandidate(now));
        }
        var best = suggested.getFirst();
        return new Taken(
                CaseState.SUGGESTED,
                Map.of(
                        "department", key(best.department()),
                        "field", Codes.key(best.field().code()),
                        "reason", String.join("；", best.reasons())));
    }

    private static Taken assign(SourceCase now, Department department) {
        var answered = now.asked().isEmpty() || now.isAsked(key(department))
                ? CaseState.ASSIGNED
                : now.answered("", SourceCase.Answer.DENIED);
        return new Taken(
                answered == CaseState.DENIED ? CaseState.ASSIGNED : answered, Map.of("department", key(department)));
    }

    private static Taken answer(SourceCase now, Department department, SourceMove move, SourceCase.Answer answer) {
        if (!now.isAsked(key(department))) {
            return Taken.not(new NotAsked(now, department));
        }
        if (answer == SourceCase.Answer.DENIED && move.denial() == null) {
            throw new BadRequest("否认须在 denial 中写明理由类别");
        }
        return new Taken(now.answered(key(department), answer), Map.of("department", key(department)));
    }

    private Taken confirm(SourceCase now, Department department, SourceMove move) {
        if (!now.isClaimedBy(key(department)) && move.reason() == null) {
            return Taken.not(new NotClaimed(now, department));
        }
        var says = new HashMap<String, Object>();
        says.put("department", key(department));
        says.put("lead", move.leads());
        says.put("line", move.namesLine());
        var field = move.field();
        if (field != null) {
            says.put("field", Codes.key(held(now.unit(), field).code()));
        }
        return new Taken(CaseState.CONFIRMED, says);
    }

    /// A field that is designated is one of the unit's.
    private DataField held(SourceUnit unit, String code) {
        var field = (DataField)
                catalog.find(Kind.DATA_FIELD, Codes.key(code)).orElseThrow(() -> new NotThere("field", code));
        var held = ledger.unitsOf(List.of(field)).get(field);
        if (held == null || !held.key().equals(unit.heldAs())) {
            throw new BadRequest("信息项“%s”不属于单元“%s”".formatted(code, unit.name()));
        }
        return field;
    }

    /// Makes the confirmed department the unit's source, and ends whatever else is in force by then.
    private Taken publish(SourceCase now, SourceMove move) {
        var from = move.validFrom() == null ? today.date() : move.validFrom();
        end(now.unit(), from);
        var confirmed = now.confirmed();
        var department = Objects.requireNonNull(confirmed.department());
        var designation = new HashMap<String, @Nullable Object>();
        designation.put("state", (confirmed.lead() ? SourceState.LEAD_COLLECTOR : SourceState.DESIGNATED).word());
        designation.put(
                "ground", confirmed.ground() == null ? null : confirmed.ground().word());
        designation.put("line", confirmed.line() ? true : null);
        designation.put("document", confirmed.document());
        designation.put("clause", confirmed.clause());
        designation.put("validFrom", from);
        designation.put("departmentRef", department.code());
        designation.put("departmentKey", key(department));
        designation.put(
                "fieldRef", confirmed.field() == null ? null : confirmed.field().code());
        designation.put("subject", now.unit().subject());
        designation.put("qualifier", now.unit().qualifier());
        designation.put("elementKey", Codes.key(now.unit().element().code()));
        designation.put("regionKey", now.unit().regionKey());
        designation.put("decidedBy", move.by());
        graph.query(decided.text())
                .bind(now.unit().key())
                .to("unit")
                .bind("认责 " + now.unit().code() + " " + (now.version() + 1))
                .to("code")
                .bind(designation)
                .to("properties")
                .bind(key(department))
                .to("department")
                .bind(
                        confirmed.field() == null
                                ? null
                                : Codes.key(confirmed.field().code()))
                .to("field")
                .run();
        events.publishEvent(new SourceDecided(now.unit().key()));
        return new Taken(CaseState.IN_FORCE, Map.of("department", key(department), "validFrom", from));
    }

    private Taken revoke(SourceCase now, SourceMove move) {
        var until = move.until() == null ? today.date() : move.until();
        end(now.unit(), until);
        events.publishEvent(new SourceDecided(now.unit().key()));
        return new Taken(CaseState.REVOKED, Map.of("until", until));
    }

    private void end(SourceUnit unit, LocalDate day) {
        graph.query(ended.text())
                .bind(unit.key())
                .to("unit")
                .bind(day)
                .to("day")
                .run();
    }

    private Department department(SourceMove move) {
        var code = move.department();
        if (code == null) {
            throw new BadRequest("请在 department 中写明部门编码");
        }
        return (Department)
                catalog.find(Kind.DEPARTMENT, Codes.key(code)).orElseThrow(() -> new NotThere("department", code));
    }

    private void write(SourceCase now, CaseAction action, Taken taken, SourceMove move) {
        var step = new HashMap<String, @Nullable Object>();
        step.put("number", now.version() + 1);
        step.put("at", OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.MILLIS));
        step.put("action", action.name());
        step.put("from", now.state().name());
        step.put("to", taken.to().name());
        step.put("by", action == CaseAction.SUGGEST ? null : move.by());
        step.put("denial", move.denial() == null ? null : move.denial().name());
        step.put("ground", move.ground() == null ? null : move.ground().name());
        step.put("clause", move.clause());
        step.put("reason", move.reason());
        step.put("document", move.document());
        step.putAll(taken.says());
        var department = step.remove("department");
        var field = step.remove("field");
        graph.query(stepped.text())
                .bind(now.unit().key())
                .to("unit")
                .bind(step)
                .to("properties")
                .bind(department)
                .to("department")
                .bind(field)
                .to("field")
                .run();
    }

    /// Writes what cases are listed by.
    private void list(SourceCase now) {
        graph.query(listed.text())
                .bind(now.unit().key())
                .to("unit")
                .bind(now.state().name())
                .to("state")
                .bind(now.asked().stream().map(one -> key(one.department())).toList())
                .to("asked")
                .bind(now.asked().stream()
                        .filter(one -> one.answer() == null)
                        .map(one -> key(one.department()))
                        .toList())
                .to("open")
                .run();
    }

    private static String key(Department department) {
        return Codes.key(department.code());
    }

    private record OfUnit(String unit, CaseStep step) {}

    private record Shown(long total, List<SourceUnit> units) {}
}
