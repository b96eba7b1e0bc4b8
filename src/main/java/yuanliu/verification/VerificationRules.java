package yuanliu.verification;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.verification.Independences.Against;
import yuanliu.verification.RuleChange.VerificationRuleChanged;
import yuanliu.verification.VerificationRuleStep.Action;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// By which rules units' sources are held against others. A rule belongs to a unit by the unit's key, so that it is
/// there again when a unit is filed anew; every version of it is kept.
@Component
class VerificationRules {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Independences independences;
    private final Today today;
    private final Statement ofUnits;
    private final Statement byKey;
    private final Statement fitting;
    private final Statement lockedUnit;
    private final Statement lockedRule;
    private final Statement newRule;
    private final Statement stepped;
    private final Statement stepsOf;

    VerificationRules(
            Neo4jClient graph,
            Catalog catalog,
            Ledger ledger,
            Independences independences,
            Today today,
            CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.ledger = ledger;
        this.independences = independences;
        this.today = today;
        this.ofUnits = cypher.get("verification/rules-of-units");
        this.byKey = cypher.get("verification/rules-by-key");
        this.fitting = cypher.get("verification/rules");
        this.lockedUnit = cypher.get("verification/locked-unit");
        this.lockedRule = cypher.get("verification/locked-rule");
        this.newRule = cypher.get("verification/new-rule");
        this.stepped = cypher.get("verification/rule-stepped");
        this.stepsOf = cypher.get("verification/steps-of-rules");
    }

    /// By units' keys, each by code.
    @Transactional(readOnly = true)
    public Map<String, List<VerificationRule>> ofUnits(Collection<String> units, LocalDate day) {
        return graph
                .query(ofUnits.text())
                .bind(List.copyOf(units))
                .to("units")
                .bind(day)
                .to("day")
                .fetchAs(VerificationRule.class)
                .mappedBy((types, row) -> VerificationRule.from(row.get("rule"), day))
                .all()
                .stream()
                .collect(groupingBy(VerificationRule::unitKey));
    }

    @Transactional(readOnly = true)
    public Map<String, VerificationRule> byKey(Collection<String> keys, LocalDate day) {
        var found = new HashMap<String, VerificationRule>();
        graph.query(byKey.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .bind(day)
                .to("day")
                .fetchAs(VerificationRule.class)
                .mappedBy((types, row) -> VerificationRule.from(row.get("rule"), day))
                .all()
                .forEach(rule -> found.put(rule.key(), rule));
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<VerificationRule> find(String code) {
        var key = Codes.key(code);
        return Optional.ofNullable(byKey(List.of(key), today.date()).get(key));
    }

    /// @throws NotThere when there is no such rule
    VerificationRule get(String code, String argument) {
        return find(code).orElseThrow(() -> new NotThere(argument, code));
    }

    /// Those that fit, by code.
    @Transactional(readOnly = true)
    public Page<VerificationRule> page(RuleFilter filter, Window window) {
        var day = filter.asOf() == null ? today.date() : filter.asOf();
        var shown = graph.query(fitting.text())
                .bind(Codes.keyOrNull(filter.unit()))
                .to("unit")
                .bind(Codes.keyOrNull(filter.department()))
                .to("department")
                .bind(filter.inForce())
                .to("inForce")
                .bind(filter.overdue())
                .to("overdue")
                .bind(filter.overTolerance())
                .to("overTolerance")
                .bind(day)
                .to("day")
                .bind(Rhythm.periods())
                .to("periods")
                .bind(window.afterValue(0))
                .to("after")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("total").asLong(), row.get("rules").asList(rule -> VerificationRule.from(rule, day))))
                .one()
                .orElseThrow();
        return Page.of(window, shown.rules(), shown.total(), rule -> Cursor.at(rule.code()));
    }

    /// Which rules; what is null does not narrow.
    record RuleFilter(
            @Nullable String unit,
            @Nullable String department,
            @Nullable Boolean inForce,
            @Nullable Boolean overdue,
            @Nullable Boolean overTolerance,
            @Nullable LocalDate asOf) {

        static final RuleFilter ALL = new RuleFilter(null, null, null, null, null, null);
    }

    @Transactional(readOnly = true)
    public Map<VerificationRule, List<VerificationRuleStep>> steps(List<VerificationRule> rules) {
        var found = graph
                .query(stepsOf.text())
                .bind(rules.stream().map(VerificationRule::key).distinct().toList())
                .to("keys")
                .fetchAs(OfRule.class)
                .mappedBy((types, row) ->
                        new OfRule(row.get("key").asString(), VerificationRuleStep.from(row.get("step"))))
                .all()
                .stream()
                .collect(groupingBy(OfRule::rule, mapping(OfRule::step, toList())));
        var steps = new HashMap<VerificationRule, List<VerificationRuleStep>>();
        rules.forEach(rule -> steps.put(rule, found.getOrDefault(rule.key(), List.of())));
        return steps;
    }

    /// Sets a rule: against which department, and at which field, resource or system of it.
    ///
    /// @throws BadRequest when it lacks what a rule has to say
    /// @throws NotThere   when a unit, department or thing is not there
    @Transactional
    public RuleChange set(RuleMove move) {
        move.check();
        var unit = unit(move);
        var personal = move.personal();
        if (personal != null) {
            return personal;
        }
        var comparison = required(move.comparison(), "comparison", "校核方式");
        var rhythm = required(move.rhythm(), "rhythm", "校核频率");
        var text = required(move.text(), "text", "规则的文字表述");
        requireDays(comparison, move.days());
        var from = move.validFrom() == null ? today.date() : move.validFrom();
        requireOrder(from, move.validUntil());
        var thing = thing(move);
        var department = department(move, thing);
        var against = new Against(unit, department, thing);
        var refused = refused(against);
        if (refused != null) {
            return refused;
        }
        graph.query(lockedUnit.text()).bind(unit.key()).to("unit").run();
        var rules = ofUnits(List.of(unit.key()), today.date()).getOrDefault(unit.key(), List.of());
        var same = rules.stream()
                .filter(rule -> rule.isOf(key(department), thing == null ? null : thing.code()))
                .filter(rule -> rule.validUntil() == null || rule.validUntil().isAfter(from))
                .findFirst();
        if (same.isPresent()) {
            return VerificationRefused.of(
                    "ALREADY_SET",
                    "“%s”对照%s的规则 %s 已在，请变更它，或先终止"
                            .formatted(
                                    unit.name(), department.name(), same.get().code()),
                    same.get());
        }
        var number = rules.size() + 1;
        var code = "校核:%s:%d".formatted(unit.code(), number);
        var says = new HashMap<String, @Nullable Object>();
        says.put("key", Codes.key(code));
        says.put("code", code);
        says.put("unitKey", unit.key());
        says.put("unitCode", unit.code());
        says.put("number", number);
        says.put("version", 0);
        graph.query(newRule.text())
                .bind(unit.key())
                .to("unit")
                .bind(number)
                .to("number")
                .bind(says)
                .to("properties")
                .bind(key(department))
                .to("department")
                .bind(thing == null ? null : thing.getClass().getSimpleName())
                .to("label")
                .bind(thing == null ? null : key(thing))
                .to("thing")
                .run();
        return stepped(
                Codes.key(code),
                1,
                Action.SET,
                move,
                new Content(
                        comparison,
                        move.days(),
                        text,
                        rhythm,
                        move.tolerance() == null ? 0 : move.tolerance(),
                        from,
                        move.validUntil(),
                        move.basis()));
    }

    /// What a rule says that can be changed.
    private record Content(
            Comparison comparison,
            @Nullable Integer days,
            String text,
            Rhythm rhythm,
            double tolerance,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String basis) {

        Map<String, @Nullable Object> properties() {
            var properties = new HashMap<String, @Nullable Object>();
            properties.put("comparison", comparison.name());
            properties.put("days", days);
            properties.put("text", text);
            properties.put("rhythm", rhythm.name());
            properties.put("tolerance", tolerance);
            properties.put("validFrom", validFrom);
            properties.put("validUntil", validUntil);
            properties.put("basis", basis);
            return properties;
        }
    }

    private @Nullable VerificationRefused refused(Against against) {
        var judged = Objects.requireNonNull(independences.of(List.of(against)).get(against));
        var thing = against.thing();
        if (thing instanceof DataField field && judged.fields().isEmpty()) {
            return VerificationRefused.of(
                    "NOT_OF_THE_UNIT",
                    "信息项“%s”（%s）不属于单元“%s”，不能与它的数源对照"
                            .formatted(
                                    field.name(), field.code(), against.unit().name()));
        }
        return switch (judged.independence()) {
            case SOURCE_ITSELF ->
                VerificationRefused.of(
                        "SOURCE_ITSELF",
                        "%s就是“%s”的数源部门，不能与自己校核"
                                .formatted(
                                        against.department().name(),
                                        against.unit().name()));
            case COPY ->
                thing == null
                        ? null
                        : VerificationRefused.of(
                                        "COPY_OF_THE_SOURCE",
                                        "“%s”取自数源，与它对照什么也校核不了%s"
                                                .formatted(
                                                        thing.name(),
                                                        judged.path() == null
                                                                ? ""
                                                                : "："
                                                                        + judged.path()
                                                                                .sentence()))
                                .by(judged.path());
            case SAME_LINE, INDEPENDENT, UNKNOWN -> null;
        };
    }

    /// @throws NotThere when there is no such rule
    @Transactional
    public RuleChange change(RuleMove move) {
        move.check();
        var now = locked(move);
        var stale = stale(now, move);
        if (stale != null) {
            return stale;
        }
        if (move.reason() == null) {
            throw new BadRequest("变更须在 reason 中写明理由");
        }
        var comparison = move.comparison() == null ? now.comparison() : move.comparison();
        var days = move.days() != null ? move.days() : comparison == now.comparison() ? now.days() : null;
        requireDays(comparison, days);
        var until = move.validUntil() == null ? now.validUntil() : move.validUntil();
        var from = move.validFrom() == null ? now.validFrom() : move.validFrom();
        requireOrder(from, until);
        return stepped(
                now.key(),
                now.version() + 1,
                Action.CHANGE,
                move,
                new Content(
                        comparison,
                        days,
                        move.text() == null ? now.text() : move.text(),
                        move.rhythm() == null ? now.rhythm() : move.rhythm(),
                        move.tolerance() == null ? now.tolerance() : move.tolerance(),
                        from,
                        until,
                        move.basis() == null ? now.basis() : move.basis()));
    }

    /// Ends a rule on a day, today when not said; what was found by it stays.
    ///
    /// @throws NotThere when there is no such rule
    @Transactional
    public RuleChange end(RuleMove move) {
        move.check();
        var now = locked(move);
        var stale = stale(now, move);
        if (stale != null) {
            return stale;
        }
        if (move.reason() == null && move.document() == null) {
            throw new BadRequest("终止须在 reason 中写明理由，或在 document 中写明文号");
        }
        var until = move.validUntil() == null ? today.date() : move.validUntil();
        if (until.isBefore(now.validFrom())) {
            throw new BadRequest("失效日期 %s 早于生效日期 %s".formatted(until, now.validFrom()));
        }
        return stepped(
                now.key(),
                now.version() + 1,
                Action.END,
                move,
                new Content(
                        now.comparison(),
                        now.days(),
                        now.text(),
                        now.rhythm(),
                        now.tolerance(),
                        now.validFrom(),
                        until,
                        now.basis()));
    }

    private VerificationRule locked(RuleMove move) {
        var code = required(move.code(), "code", "规则编码");
        lock(Codes.key(code));
        return get(code, "code");
    }

    /// Nobody else changes a rule or files of it before this transaction has ended.
    void lock(String key) {
        graph.query(lockedRule.text()).bind(key).to("key").run();
    }

    private @Nullable VerificationRefused stale(VerificationRule now, RuleMove move) {
        if (move.version() == null || move.version() != now.version()) {
            return VerificationRefused.of(
                    "STALE_VERSION",
                    "规则 %s 已是第 %d 版，您看到的是第 %s 版；请重读后再办".formatted(now.code(), now.version(), move.version()),
                    now);
        }
        if (now.validUntil() != null && !now.validUntil().isAfter(today.date())) {
            return VerificationRefused.of(
                    "RULE_ENDED", "规则 %s 已于 %s 失效，不再改动；需要的请另设".formatted(now.code(), now.validUntil()), now);
        }
        return move.personal();
    }

    private RuleChange stepped(String key, long number, Action action, RuleMove move, Content content) {
        var properties = content.properties();
        properties.put("version", number);
        var step = content.properties();
        step.put("number", number);
        step.put("at", now());
        step.put("action", action.name());
        step.put("by", move.by());
        step.put("reason", move.reason());
        step.put("document", move.document());
        graph.query(stepped.text())
                .bind(key)
                .to("key")
                .bind(properties)
                .to("properties")
                .bind(step)
                .to("step")
                .run();
        return new VerificationRuleChanged(
                Objects.requireNonNull(byKey(List.of(key), today.date()).get(key)));
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.MILLIS);
    }

    private SourceUnit unit(RuleMove move) {
        var code = required(move.unit(), "unit", "数源单元编码");
        return ledger.find(Codes.key(code)).orElseThrow(() -> new NotThere("unit", code));
    }

    private @Nullable Asset thing(RuleMove move) {
        var named = Stream.of(move.field(), move.resource(), move.system())
                .filter(Objects::nonNull)
                .count();
        if (named > 1) {
            throw new BadRequest("field、resource、system 至多写一项");
        }
        if (move.field() != null) {
            return thing(Kind.DATA_FIELD, move.field(), "field");
        }
        if (move.resource() != null) {
            return thing(Kind.DATA_RESOURCE, move.resource(), "resource");
        }
        return move.system() == null ? null : thing(Kind.INFORMATION_SYSTEM, move.system(), "system");
    }

    private Asset thing(Kind kind, String code, String argument) {
        return (Asset) catalog.find(kind, Codes.key(code)).orElseThrow(() -> new NotThere(argument, code));
    }

    private Department department(RuleMove move, @Nullable Asset thing) {
        var named =
                move.department() == null ? null : (Department) thing(Kind.DEPARTMENT, move.department(), "department");
        var answers = thing == null ? null : independences.departmentOf(thing);
        if (named != null && answers != null && !key(named).equals(key(answers))) {
            throw new BadRequest(
                    "“%s”由%s负责，不是%s的".formatted(Objects.requireNonNull(thing).name(), answers.name(), named.name()));
        }
        var department = named == null ? answers : named;
        if (department == null) {
            throw new BadRequest("请在 department 中写明校核方的部门编码");
        }
        return department;
    }

    private static void requireDays(Comparison comparison, @Nullable Integer days) {
        if (comparison == Comparison.DATE_WITHIN && days == null) {
            throw new BadRequest("校核方式为 DATE_WITHIN 的，须在 days 中写明相差几天以内");
        }
        if (comparison != Comparison.DATE_WITHIN && comparison != Comparison.ANY_TWO_AGREE && days != null) {
            throw new BadRequest("days 只用于 DATE_WITHIN 和 ANY_TWO_AGREE");
        }
    }

    private static void requireOrder(LocalDate from, @Nullable LocalDate until) {
        if (until != null && !until.isAfter(from)) {
            throw new BadRequest("失效日期 %s 应晚于生效日期 %s".formatted(until, from));
        }
    }

    private static <T> T required(@Nullable T value, String argument, String what) {
        if (value == null) {
            throw new BadRequest("请在 %s 中写明%s".formatted(argument, what));
        }
        return value;
    }

    private static String key(Asset thing) {
        return Codes.key(thing.code());
    }

    private record Shown(long total, List<VerificationRule> rules) {}

    private record OfRule(String rule, VerificationRuleStep step) {}
}
