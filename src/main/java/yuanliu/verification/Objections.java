package yuanliu.verification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.checks.Regulation;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.impact.ChangeKind;
import yuanliu.impact.Impact;
import yuanliu.impact.Impacts;
import yuanliu.ownership.Ledger;
import yuanliu.verification.ObjectionChange.ObjectionChanged;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.workdays.Due;
import yuanliu.workdays.Span;
import yuanliu.workdays.Workdays;

/// What users doubt of the data they share, step by step, each of which is kept; and the clock of Article 26, which
/// runs from the day on which the doubt was received, not from its acceptance.
@Component
class Objections {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Independences independences;
    private final Discrepancies discrepancies;
    private final Impacts impacts;
    private final Regulation regulation;
    private final Workdays workdays;
    private final Today today;
    private final Statement entered;
    private final Statement locked;
    private final Statement stepped;
    private final Statement gathered;
    private final Statement gatheredBy;
    private final Statement byKey;
    private final Statement fitting;
    private final Statement openOfUnits;
    private final Statement stepsOf;

    Objections(
            Neo4jClient graph,
            Catalog catalog,
            Ledger ledger,
            Independences independences,
            Discrepancies discrepancies,
            Impacts impacts,
            Regulation regulation,
            Workdays workdays,
            Today today,
            CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.ledger = ledger;
        this.independences = independences;
        this.discrepancies = discrepancies;
        this.impacts = impacts;
        this.regulation = regulation;
        this.workdays = workdays;
        this.today = today;
        this.entered = cypher.get("verification/new-objection");
        this.locked = cypher.get("verification/locked-objection");
        this.stepped = cypher.get("verification/objection-stepped");
        this.gathered = cypher.get("verification/gathered");
        this.gatheredBy = cypher.get("verification/gathered-by");
        this.byKey = cypher.get("verification/objections-by-key");
        this.fitting = cypher.get("verification/objections");
        this.openOfUnits = cypher.get("verification/open-objections-of-units");
        this.stepsOf = cypher.get("verification/steps-of-objections");
    }

    /// Enters a doubt. Who provides the data has to answer.
    ///
    /// @throws BadRequest when it lacks what it has to say
    /// @throws NotThere   when the thing, the department or a discrepancy is not there
    @Transactional
    public ObjectionChange raise(ObjectionMove move) {
        move.check(ObjectionAction.RAISE);
        var personal = move.personal();
        if (personal != null) {
            return personal;
        }
        var received = move.on() == null ? today.date() : move.on();
        if (received.isAfter(today.date())) {
            throw new BadRequest("收到日期 %s 晚于今天".formatted(received));
        }
        var about = about(move);
        var raiser = department(move);
        var answers = independences.answers(about);
        if (answers == null) {
            return VerificationRefused.of("NOBODY_ANSWERS", "“%s”没有登记提供部门，无从答复".formatted(about.name()));
        }
        if (key(answers.department()).equals(key(raiser))) {
            return VerificationRefused.of(
                    "OWN_DATA", "“%s”就是%s提供的，发现有误请自行更正，不须提出异议".formatted(about.name(), raiser.name()));
        }
        var unit = about instanceof DataField field
                ? ledger.unitsOf(List.of(field)).get(field)
                : null;
        var shown = answers.within() + about.name();
        var says = new HashMap<String, @Nullable Object>();
        says.put("shown", shown);
        says.put("aboutKey", key(about));
        says.put("unitKey", unit == null ? null : unit.key());
        says.put("raiserKey", key(raiser));
        says.put("respondentKey", key(answers.department()));
        says.put("receivedOn", received);
        says.put("reason", move.reason());
        says.put("document", move.document());
        says.put("expected", move.expected());
        says.put("state", ObjectionState.RAISED.name());
        says.put("states", List.of(ObjectionState.RAISED.name()));
        says.put("days", List.of(received));
        says.put("version", 1L);
        var keys = move.gathered().stream().map(Codes::key).distinct().toList();
        var refused = gatherable(keys, unit == null ? null : unit.key());
        if (refused != null) {
            return refused;
        }
        var code = graph.query(entered.text())
                .bind(today.date().format(DateTimeFormatter.BASIC_ISO_DATE))
                .to("day")
                .bind(says)
                .to("properties")
                .bind(about.getClass().getSimpleName())
                .to("label")
                .bind(key(about))
                .to("thing")
                .bind(key(raiser))
                .to("raiser")
                .bind(key(answers.department()))
                .to("respondent")
                .bind(step(1, received, ObjectionAction.RAISE, null, move))
                .to("step")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("code").asString())
                .one()
                .orElseThrow();
        if (!keys.isEmpty()) {
            graph.query(gathered.text())
                    .bind(code)
                    .to("key")
                    .bind(keys)
                    .to("keys")
                    .run();
            discrepancies.step(
                    keys,
                    List.of(DiscrepancyState.OPEN),
                    DiscrepancyState.IN_OBJECTION,
                    null,
                    today.date(),
                    move.by(),
                    null,
                    null,
                    code);
        }
        return new ObjectionChanged(get(code));
    }

    /// What an objection gathers is about its unit, and in no other one.
    private @Nullable VerificationRefused gatherable(List<String> keys, @Nullable String unit) {
        if (keys.isEmpty()) {
            return null;
        }
        var found = new HashMap<String, Discrepancies.Was>();
        discrepancies
                .step(keys, List.of(), DiscrepancyState.OPEN, null, today.date(), "", null, null, null)
                .forEach(one -> found.put(one.key(), one));
        for (var key : keys) {
            var one = found.get(key);
            if (one == null) {
                throw new NotThere("discrepancies", PersonalData.in(key) == null ? key : "…");
            }
            if (!one.unit().equals(unit)) {
                return VerificationRefused.of("OF_ANOTHER_UNIT", "差异 %s 不是所疑信息项的单元的".formatted(key));
            }
            if (!one.was().equals(DiscrepancyState.OPEN.name())) {
                return VerificationRefused.of("DISCREPANCY_NOT_OPEN", "差异 %s 已销号或已并入别的异议".formatted(key));
            }
        }
        return null;
    }

    /// Of two who take a step at once the slower is refused: the objection is locked before its version is compared.
    ///
    /// @throws BadRequest when the move lacks what such a step has to say
    /// @throws NotThere   when there is no such objection
    @Transactional
    public ObjectionChange move(ObjectionAction action, ObjectionMove move) {
        move.check(action);
        var code = Objects.requireNonNull(move.code());
        graph.query(locked.text()).bind(Codes.key(code)).to("key").run();
        var now = find(code).orElseThrow(() -> new NotThere("code", code));
        if (move.version() == null || move.version() != now.version()) {
            return VerificationRefused.of(
                    "STALE_VERSION",
                    "异议 %s 已是第 %d 版（%s），您看到的是第 %s 版；请重读后再办"
                            .formatted(now.code(), now.version(), now.state().word(), move.version()),
                    now);
        }
        if (!action.possibleIn(now.state())) {
            return VerificationRefused.of(
                    "ILLEGAL_TRANSITION",
                    "异议现为“%s”，不能%s；现在可以：%s"
                            .formatted(
                                    now.state().word(),
                                    action.word(),
                                    now.possible().isEmpty()
                                            ? "无"
                                            : String.join(
                                                    "、",
                                                    now.possible().stream()
                                                            .map(ObjectionAction::word)
                                                            .toList())),
                    now);
        }
        var personal = move.personal();
        if (personal != null) {
            return personal;
        }
        var day = move.on() == null ? today.date() : move.on();
        var last = steps(List.of(now)).getOrDefault(now, List.of()).getLast().on();
        if (day.isAfter(today.date()) || day.isBefore(last)) {
            throw new BadRequest("办理日期 %s 应在上一步（%s）与今天之间".formatted(day, last));
        }
        if (action == ObjectionAction.SETTLE && move.outcome() == null) {
            throw new BadRequest("办结须在 outcome 中写明更正或不更正");
        }
        if (action == ObjectionAction.RATE && move.rating() == null) {
            throw new BadRequest("请在 rating 中写明评价");
        }
        write(now, action, day, move);
        release(now, action, day, move);
        return new ObjectionChanged(get(code));
    }

    private void write(Objection now, ObjectionAction action, LocalDate day, ObjectionMove move) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("state", action.to().name());
        properties.put("version", now.version() + 1);
        switch (action) {
            case SETTLE, NOT_ACCEPT -> {
                properties.put("answeredOn", day);
                properties.put("endedOn", day);
                properties.put("outcomeReason", move.reason());
                properties.put(
                        "outcome",
                        move.outcome() == null ? null : move.outcome().name());
            }
            case WITHDRAW -> {
                properties.put("endedOn", day);
                properties.put("outcomeReason", move.reason());
            }
            case RATE ->
                properties.put("rating", Objects.requireNonNull(move.rating()).name());
            case RAISE, ACCEPT, START -> {}
        }
        graph.query(stepped.text())
                .bind(Codes.key(now.code()))
                .to("key")
                .bind(properties)
                .to("properties")
                .bind(day)
                .to("day")
                .bind(step(now.version() + 1, day, action, now.state(), move))
                .to("step")
                .run();
    }

    /// What was gathered is settled with the objection, or is open again when that comes to nothing.
    private void release(Objection now, ObjectionAction action, LocalDate day, ObjectionMove move) {
        if (action != ObjectionAction.SETTLE
                && action != ObjectionAction.NOT_ACCEPT
                && action != ObjectionAction.WITHDRAW) {
            return;
        }
        var keys = graph.query(gatheredBy.text())
                .bind(Codes.key(now.code()))
                .to("key")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("key").asString())
                .all();
        if (keys.isEmpty()) {
            return;
        }
        var settled = action == ObjectionAction.SETTLE;
        discrepancies.step(
                List.copyOf(keys),
                List.of(DiscrepancyState.IN_OBJECTION),
                settled ? DiscrepancyState.SETTLED : DiscrepancyState.OPEN,
                settled ? settlement(move) : null,
                day,
                move.by(),
                move.reason(),
                move.document(),
                settled ? now.code() : null);
    }

    private static Settlement settlement(ObjectionMove move) {
        if (move.discrepancySettlement() != null) {
            return move.discrepancySettlement();
        }
        return move.outcome() == ObjectionOutcome.CORRECTED ? Settlement.CORRECTED_AT_SOURCE : Settlement.REJECTED;
    }

    private static Map<String, @Nullable Object> step(
            long number, LocalDate day, ObjectionAction action, @Nullable ObjectionState from, ObjectionMove move) {
        var step = new HashMap<String, @Nullable Object>();
        step.put("number", number);
        step.put("at", VerificationRules.now());
        step.put("on", day);
        step.put("action", action.name());
        step.put("from", from == null ? null : from.name());
        step.put("to", action.to().name());
        step.put("by", move.by());
        step.put("reason", move.reason());
        step.put("document", move.document());
        step.put("outcome", move.outcome() == null ? null : move.outcome().name());
        step.put("rating", move.rating() == null ? null : move.rating().name());
        return step;
    }

    private Asset about(ObjectionMove move) {
        var field = move.field();
        var resource = move.resource();
        if ((field == null) == (resource == null)) {
            throw new BadRequest("请在 field 或 resource 中写明所疑的信息项或数据资源，恰好一项");
        }
        return field != null
                ? thing(Kind.DATA_FIELD, field, "field")
                : thing(Kind.DATA_RESOURCE, Objects.requireNonNull(resource), "resource");
    }

    private Department department(ObjectionMove move) {
        var code = move.department();
        if (code == null) {
            throw new BadRequest("请在 department 中写明提出异议的部门编码");
        }
        return (Department) thing(Kind.DEPARTMENT, code, "department");
    }

    private Asset thing(Kind kind, String code, String argument) {
        return (Asset) catalog.find(kind, Codes.key(code)).orElseThrow(() -> new NotThere(argument, code));
    }

    @Transactional(readOnly = true)
    public Optional<Objection> find(String code) {
        return Optional.ofNullable(byKey(List.of(Codes.key(code))).get(Codes.key(code)));
    }

    private Objection get(String code) {
        return find(code).orElseThrow(() -> new NotThere("code", code));
    }

    @Transactional(readOnly = true)
    public Map<String, Objection> byKey(Collection<String> keys) {
        var clock = clock();
        var found = new HashMap<String, Objection>();
        graph.query(byKey.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .fetchAs(Objection.class)
                .mappedBy((types, row) -> Objection.from(row.get("objection"), today.date(), clock))
                .all()
                .forEach(one -> found.put(Codes.key(one.code()), one));
        return found;
    }

    /// By units' keys, what is not answered.
    @Transactional(readOnly = true)
    public Map<String, List<Objection>> openOf(Collection<String> units) {
        var clock = clock();
        return graph
                .query(openOfUnits.text())
                .bind(List.copyOf(units))
                .to("units")
                .bind(ObjectionState.openNames())
                .to("states")
                .fetchAs(Objection.class)
                .mappedBy((types, row) -> Objection.from(row.get("objection"), today.date(), clock))
                .all()
                .stream()
                .collect(groupingBy(one -> Objects.requireNonNull(one.unitKey())));
    }

    /// Which of them; what is null does not narrow.
    record ObjectionFilter(
            @Nullable List<ObjectionState> states,
            @Nullable String department,
            @Nullable String raisedBy,
            @Nullable String unit,
            @Nullable String about,
            @Nullable Boolean overdue,
            @Nullable LocalDate receivedFrom,
            @Nullable LocalDate receivedTo,
            @Nullable LocalDate asOf) {

        static final ObjectionFilter ALL = new ObjectionFilter(null, null, null, null, null, null, null, null, null);
    }

    /// Those that fit, as they stood on the day asked for; those that are due first first.
    @Transactional(readOnly = true)
    public Page<Objection> page(ObjectionFilter filter, Window window) {
        var day = filter.asOf() == null ? today.date() : filter.asOf();
        var clock = clock();
        var after = window.afterValue(0);
        var shown = graph.query(fitting.text())
                .bind(Discrepancies.names(filter.states()))
                .to("states")
                .bind(Codes.keyOrNull(filter.department()))
                .to("department")
                .bind(Codes.keyOrNull(filter.raisedBy()))
                .to("raiser")
                .bind(Codes.keyOrNull(filter.unit()))
                .to("unit")
                .bind(Codes.keyOrNull(filter.about()))
                .to("about")
                .bind(filter.receivedFrom())
                .to("receivedFrom")
                .bind(filter.receivedTo())
                .to("receivedTo")
                .bind(ObjectionState.openNames())
                .to("open")
                .bind(filter.overdue())
                .to("overdue")
                .bind(lastThatHasHadTheTerm(day, clock))
                .to("endedIf")
                .bind(day)
                .to("day")
                .bind(after == null ? null : LocalDate.parse(after))
                .to("afterDay")
                .bind(window.afterValue(1))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("total").asLong(),
                        row.get("objections").asList(one -> Objection.from(one, day, clock))))
                .one()
                .orElseThrow();
        return Page.of(window, shown.objections(), shown.total(), one -> Cursor.at(one.receivedOn(), one.code()));
    }

    /// What is received later is due later: so one day parts what has had the term from what has not.
    private static LocalDate lastThatHasHadTheTerm(LocalDate day, Objection.Clock clock) {
        var received = day.minusDays(1);
        while (!clock.due(received).date().isBefore(day)) {
            received = received.minusDays(1);
        }
        return received;
    }

    /// The term as it is set now, as the check R26 counts it too.
    private Objection.Clock clock() {
        var workingDays = regulation.workingDaysToVerify();
        return new Objection.Clock() {
            @Override
            public int workingDays() {
                return workingDays;
            }

            @Override
            public Due due(LocalDate received) {
                return workdays.after(received, workingDays);
            }

            @Override
            public Span used(LocalDate received, LocalDate to) {
                return workdays.between(received, to);
            }
        };
    }

    @Transactional(readOnly = true)
    public Map<Objection, List<ObjectionStep>> steps(List<Objection> some) {
        var found = graph
                .query(stepsOf.text())
                .bind(some.stream().map(one -> Codes.key(one.code())).distinct().toList())
                .to("keys")
                .fetchAs(OfOne.class)
                .mappedBy((types, row) -> new OfOne(row.get("key").asString(), ObjectionStep.from(row.get("step"))))
                .all()
                .stream()
                .collect(groupingBy(OfOne::key, mapping(OfOne::step, toList())));
        var steps = new HashMap<Objection, List<ObjectionStep>>();
        some.forEach(one -> steps.put(one, found.getOrDefault(Codes.key(one.code()), List.of())));
        return steps;
    }

    /// What the doubted data reaches, today: by lineage and by agreements. Each doubted thing is followed once.
    @Transactional(readOnly = true)
    public Map<Objection, Impact> affected(List<Objection> some) {
        var followed = new LinkedHashMap<Asset, Impact>();
        for (var about : new HashSet<>(some.stream().map(Objection::about).toList())) {
            followed.put(about, impacts.of(about, ChangeKind.CORRECT));
        }
        var affected = new HashMap<Objection, Impact>();
        some.forEach(one -> affected.put(one, Objects.requireNonNull(followed.get(one.about()))));
        return affected;
    }

    private static String key(Asset thing) {
        return Codes.key(thing.code());
    }

    private record Shown(long total, List<Objection> objections) {}

    private record OfOne(String key, ObjectionStep step) {}
}
