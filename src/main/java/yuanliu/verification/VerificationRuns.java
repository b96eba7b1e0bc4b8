package yuanliu.verification;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.verification.RunChange.VerificationRunFiled;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.web.Written;

/// What came of holding sources against others, run by run, and how much disagreed over time. Nothing is compared here:
/// whoever compares files the numbers.
@Component
class VerificationRuns {

    private final Neo4jClient graph;
    private final VerificationRules rules;
    private final Today today;
    private final Statement filed;
    private final Statement withdrawn;
    private final Statement runs;
    private final Statement rates;

    VerificationRuns(Neo4jClient graph, VerificationRules rules, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.rules = rules;
        this.today = today;
        this.filed = cypher.get("verification/filed-run");
        this.withdrawn = cypher.get("verification/withdrawn-run");
        this.runs = cypher.get("verification/runs");
        this.rates = cypher.get("verification/rates");
    }

    /// Filed again the same run changes nothing; another content under its id is refused.
    ///
    /// @throws BadRequest when the numbers cannot be so
    /// @throws NotThere   when there is no such rule
    @Transactional
    public RunChange file(RunMove move) {
        move.check(today.date());
        var personal = move.personal();
        if (personal != null) {
            return personal;
        }
        rules.lock(Codes.key(move.rule()));
        var rule = rules.get(move.rule(), "rule");
        if (!rule.holdsOn(move.day())) {
            return VerificationRefused.of(
                    "NOT_IN_FORCE",
                    "规则 %s 在 %s 不生效（%s起%s）"
                            .formatted(
                                    rule.code(),
                                    move.day(),
                                    rule.validFrom(),
                                    rule.validUntil() == null ? "" : "，" + rule.validUntil() + "失效"),
                    rule);
        }
        var written = graph.query(filed.text())
                .bind(key(rule, move.id()))
                .to("key")
                .bind(rule.key())
                .to("rule")
                .bind(properties(rule, move))
                .to("properties")
                .fetchAs(Filed.class)
                .mappedBy((types, row) -> new Filed(
                        VerificationRun.from(row.get("run")), row.get("fresh").asBoolean()))
                .one()
                .orElseThrow();
        if (!written.fresh() && !isSame(written.run(), move)) {
            return VerificationRefused.of(
                    "RUN_DIFFERS", "规则 %s 已有编号为“%s”的校核，内容不同；改正的请先撤回，用新的编号再报".formatted(rule.code(), move.id()), rule);
        }
        return new VerificationRunFiled(written.run(), rules.get(move.rule(), "rule"), !written.fresh());
    }

    private static boolean isSame(VerificationRun run, RunMove move) {
        return run.withdrawnAt() == null
                && run.day().equals(move.day())
                && run.compared() == move.compared()
                && run.differed() == move.differed()
                && run.missingAtSource() == move.atSource()
                && run.missingAtOther() == move.atOther()
                && run.breakdown().equals(move.classes())
                && run.by().equals(move.by())
                && java.util.Objects.equals(run.document(), move.document());
    }

    private static Map<String, @Nullable Object> properties(VerificationRule rule, RunMove move) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("id", move.id());
        properties.put("ruleKey", rule.key());
        properties.put("ruleCode", rule.code());
        properties.put("day", move.day());
        properties.put("compared", move.compared());
        properties.put("differed", move.differed());
        properties.put("missingAtSource", move.atSource());
        properties.put("missingAtOther", move.atOther());
        properties.put(
                "breakdownNames",
                move.classes().stream().map(VerificationRun.Share::name).toList());
        properties.put(
                "breakdownCounts",
                move.classes().stream().map(VerificationRun.Share::count).toList());
        properties.put("by", move.by());
        properties.put("document", move.document());
        properties.put("filedAt", VerificationRules.now());
        return properties;
    }

    private static String key(VerificationRule rule, String id) {
        return Codes.fitted(rule.key() + "|" + Codes.key(id));
    }

    /// A run that was filed by mistake counts no more; that it was filed stays on record.
    ///
    /// @throws NotThere when there is no such rule or run
    @Transactional
    public RunChange withdraw(String ruleCode, String id, String by, String reason) {
        var who = by.strip();
        Written.requireBy(who);
        var why = Written.orNull(reason);
        if (why == null) {
            throw new BadRequest("撤回须在 reason 中写明理由");
        }
        VerificationRefused.refuseLong(why, null);
        var personal = VerificationRefused.personal("by", who, "reason", why);
        if (personal != null) {
            return personal;
        }
        var rule = rules.get(ruleCode, "rule");
        var written = graph.query(withdrawn.text())
                .bind(key(rule, id.strip()))
                .to("key")
                .bind(who)
                .to("by")
                .bind(why)
                .to("why")
                .bind(VerificationRules.now())
                .to("at")
                .fetchAs(Filed.class)
                .mappedBy((types, row) -> new Filed(
                        VerificationRun.from(row.get("run")), row.get("fresh").asBoolean()))
                .one()
                .orElseThrow(() -> new NotThere("id", id));
        return new VerificationRunFiled(written.run(), rules.get(ruleCode, "rule"), !written.fresh());
    }

    /// The runs of some rules, newest first.
    @Transactional(readOnly = true)
    public Page<VerificationRun> page(
            List<String> ruleKeys, @Nullable LocalDate from, @Nullable LocalDate to, Window window) {
        var day = window.afterValue(0);
        var shown = graph.query(runs.text())
                .bind(ruleKeys)
                .to("rules")
                .bind(from)
                .to("from")
                .bind(to)
                .to("to")
                .bind(day == null ? null : LocalDate.parse(day))
                .to("afterDay")
                .bind(window.afterValue(1))
                .to("afterKey")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("total").asLong(),
                        row.get("runs")
                                .asList(run -> new Placed(run.get("key").asString(), VerificationRun.from(run)))))
                .one()
                .orElseThrow();
        return Page.of(
                        window,
                        shown.runs(),
                        shown.total(),
                        one -> Cursor.at(one.run().day(), one.key()))
                .map(Placed::run);
    }

    /// The rates asked for, of all that ask for the same days in one statement; a span without runs has none.
    @Transactional(readOnly = true)
    public Map<RatesAsked, List<MismatchRate>> rates(Collection<RatesAsked> asked) {
        var found = new HashMap<RatesAsked, List<MismatchRate>>();
        asked.forEach(one -> found.put(one, List.of()));
        asked.stream()
                .distinct()
                .collect(groupingBy(one -> List.of(one.from(), one.to(), one.by())))
                .values()
                .forEach(alike -> found.putAll(alike(alike)));
        return found;
    }

    private Map<RatesAsked, List<MismatchRate>> alike(List<RatesAsked> alike) {
        var first = alike.getFirst();
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < alike.size(); i++) {
            rows.add(Map.of("id", i, "rules", alike.get(i).rules()));
        }
        var found = new HashMap<RatesAsked, List<MismatchRate>>();
        graph.query(rates.text())
                .bind(rows)
                .to("asked")
                .bind(first.from())
                .to("from")
                .bind(first.to())
                .to("to")
                .bind(first.by().name().toLowerCase(Locale.ROOT))
                .to("by")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    found.computeIfAbsent(alike.get(row.get("id").asInt()), one -> new ArrayList<>())
                            .add(MismatchRate.from(row, first.by()));
                    return true;
                })
                .all();
        return found;
    }

    private record Filed(VerificationRun run, boolean fresh) {}

    private record Placed(String key, VerificationRun run) {}

    private record Shown(long total, List<Placed> runs) {}
}
