package yuanliu.verification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.verification.DiscrepanciesChange.DiscrepanciesDone;
import yuanliu.verification.DiscrepanciesChange.Entry;
import yuanliu.verification.DiscrepanciesChange.Fate;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.web.Written;

/// What sources and others do not agree on, object by object, and what became of it.
@Component
class Discrepancies {

    /// How many can be sent at once.
    static final int MOST_AT_ONCE = 1_000;

    private final Neo4jClient graph;
    private final VerificationRules rules;
    private final Today today;
    private final Statement filed;
    private final Statement fitting;
    private final Statement stepped;
    private final Statement stepsOf;
    private final Statement openOf;
    private final Statement openOfRules;

    Discrepancies(Neo4jClient graph, VerificationRules rules, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.rules = rules;
        this.today = today;
        this.filed = cypher.get("verification/filed-discrepancies");
        this.fitting = cypher.get("verification/discrepancies");
        this.stepped = cypher.get("verification/discrepancies-stepped");
        this.stepsOf = cypher.get("verification/steps-of-discrepancies");
        this.openOf = cypher.get("verification/open-discrepancies-of-units");
        this.openOfRules = cypher.get("verification/open-discrepancies-of-rules");
    }

    /// What is filed of one object.
    record Found(
            String reference,
            DiscrepancyKind kind,
            LocalDate foundOn,
            @Nullable String note) {

        Found {
            reference = reference.strip();
            note = Written.orNull(note);
        }
    }

    /// @param run the id of the run in which they were found
    record FoundMove(String rule, String by, @Nullable String run, List<Found> entries) {

        FoundMove {
            by = by.strip();
            run = Written.orNull(run);
            entries = List.copyOf(entries);
        }
    }

    /// Enters what is new. The same object in the same way is known already while it is not settled, and what was found
    /// before it was settled is no new one.
    ///
    /// @throws BadRequest             when there are too many, or none
    /// @throws yuanliu.web.NotThere when there is no such rule
    @Transactional
    public DiscrepanciesChange file(FoundMove move) {
        requireSome(move.entries().size());
        Written.requireBy(move.by());
        Written.refuseLong("run", move.run(), Written.LONGEST_NAME);
        var personal = VerificationRefused.personal("by", move.by(), "run", move.run());
        if (personal != null) {
            return personal;
        }
        rules.lock(Codes.key(move.rule()));
        var rule = rules.get(move.rule(), "rule");
        var results = new Entry[move.entries().size()];
        var firsts = new HashMap<String, Integer>();
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < results.length; i++) {
            var found = move.entries().get(i);
            var refusal = refusal(rule, found);
            if (refusal != null) {
                results[i] = new Entry(i, Fate.REFUSED, null, refusal.code(), refusal.message());
            } else if (firsts.putIfAbsent(subject(rule, found), i) == null) {
                rows.add(row(rule, move, found, i));
            }
        }
        graph.query(filed.text())
                .bind(rule.key())
                .to("rule")
                .bind(rows)
                .to("rows")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    var index = row.get("index").asInt();
                    var fresh = row.get("fresh").asBoolean();
                    results[index] = entry(index, fresh, row.get("code").asString());
                    return fresh;
                })
                .all();
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                var first =
                        results[firsts.getOrDefault(subject(rule, move.entries().get(i)), i)];
                results[i] = entry(i, false, String.valueOf(first.discrepancy()));
            }
        }
        return DiscrepanciesDone.of(List.of(results));
    }

    private static Entry entry(int index, boolean fresh, String code) {
        return fresh
                ? new Entry(index, Fate.ACCEPTED, code, null, null)
                : new Entry(index, Fate.DUPLICATE, code, "KNOWN", "该对象的同类差异已登记为 " + code);
    }

    private @Nullable VerificationRefused refusal(VerificationRule rule, Found found) {
        var personal = PersonalData.inReference(found.reference());
        if (personal != null) {
            return VerificationRefused.of(
                    "PERSONAL_DATA", "reference 疑似%s；请改用不含个人信息的标识，如加盐摘要或内部流水号".formatted(personal));
        }
        if (!PersonalData.isOpaque(found.reference())) {
            return VerificationRefused.of("NOT_OPAQUE", "reference 应为 1 至 100 个字母、数字或 . _ : -，请用不含个人信息的标识，如加盐摘要或内部流水号");
        }
        var noted = VerificationRefused.personal("note", found.note());
        if (noted != null) {
            return noted;
        }
        if (found.note() != null && found.note().length() > Written.LONGEST_NAME) {
            return VerificationRefused.of("TOO_LONG", "note 最长 %d 字".formatted(Written.LONGEST_NAME));
        }
        if (found.foundOn().isAfter(today.date())) {
            return VerificationRefused.of("IN_THE_FUTURE", "发现日期 %s 晚于今天".formatted(found.foundOn()));
        }
        return rule.holdsOn(found.foundOn())
                ? null
                : VerificationRefused.of("NOT_IN_FORCE", "规则 %s 在 %s 不生效".formatted(rule.code(), found.foundOn()));
    }

    private static String subject(VerificationRule rule, Found found) {
        return Codes.fitted(rule.key() + "|" + found.kind() + "|" + found.reference());
    }

    private static Map<String, Object> row(VerificationRule rule, FoundMove move, Found found, int index) {
        var subject = subject(rule, found);
        var code = "CY-" + digest(subject + "|" + found.foundOn());
        var says = new HashMap<String, @Nullable Object>();
        says.put("code", code);
        says.put("ruleKey", rule.key());
        says.put("unitKey", rule.unitKey());
        says.put("subjectKey", subject);
        says.put("reference", found.reference());
        says.put("kind", found.kind().name());
        says.put("foundOn", found.foundOn());
        says.put("filedAt", VerificationRules.now());
        says.put("filedBy", move.by());
        says.put("run", move.run());
        says.put("note", found.note());
        says.put("state", DiscrepancyState.OPEN.name());
        says.put("states", List.of(DiscrepancyState.OPEN.name()));
        says.put("days", List.of(found.foundOn()));
        says.put("settlements", List.of(""));
        says.put("objections", List.of(""));
        return Map.of("index", index, "key", code, "subject", subject, "foundOn", found.foundOn(), "properties", says);
    }

    private static String digest(String text) {
        return HexFormat.of().withUpperCase().formatHex(Codes.digest(text), 0, 8);
    }

    /// @param codes of discrepancies
    record SettleMove(
            List<String> codes,
            Settlement settlement,
            String by,
            @Nullable String reason,
            @Nullable String document) {

        SettleMove {
            codes = List.copyOf(codes);
            by = by.strip();
            reason = Written.orNull(reason);
            document = Written.orNull(document);
        }
    }

    /// Settles what is in no objection; what is in one is settled with it.
    ///
    /// @throws BadRequest when there are too many, or somebody has to say why
    @Transactional
    public DiscrepanciesChange settle(SettleMove move) {
        requireSome(move.codes().size());
        Written.requireBy(move.by());
        VerificationRefused.refuseLong(move.reason(), move.document());
        if (move.settlement().wantsReason() && move.reason() == null) {
            throw new BadRequest(
                    "“%s”须在 reason 中写明理由".formatted(move.settlement().word()));
        }
        var personal =
                VerificationRefused.personal("by", move.by(), "reason", move.reason(), "document", move.document());
        if (personal != null) {
            return personal;
        }
        var done = new HashMap<String, String>();
        step(
                        move.codes().stream().map(Codes::key).distinct().toList(),
                        List.of(DiscrepancyState.OPEN),
                        DiscrepancyState.SETTLED,
                        move.settlement(),
                        today.date(),
                        move.by(),
                        move.reason(),
                        move.document(),
                        null)
                .forEach(one -> done.put(one.key(), one.was()));
        var entries = new ArrayList<Entry>();
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < move.codes().size(); i++) {
            var code = move.codes().get(i);
            var was = done.get(Codes.key(code));
            entries.add(
                    was == null
                            ? new Entry(i, Fate.REFUSED, null, "NOT_FOUND", "没有编码为“%s”的差异".formatted(shown(code)))
                            : !seen.add(Codes.key(code)) || was.equals(DiscrepancyState.SETTLED.name())
                                    ? new Entry(i, Fate.DUPLICATE, code, "SETTLED", "已经销号")
                                    : was.equals(DiscrepancyState.OPEN.name())
                                            ? new Entry(i, Fate.ACCEPTED, code, null, null)
                                            : new Entry(i, Fate.REFUSED, code, "IN_OBJECTION", "已并入异议，随异议办结"));
        }
        return DiscrepanciesDone.of(entries);
    }

    /// A code as it was sent, unless it looks like somebody's number.
    private static String shown(String code) {
        return PersonalData.in(code) != null || code.length() > Written.LONGEST_NAME ? "…" : code;
    }

    private static void requireSome(int many) {
        if (many < 1 || many > MOST_AT_ONCE) {
            throw new BadRequest("一次可报 1 至 %d 条，收到 %d 条".formatted(MOST_AT_ONCE, many));
        }
    }

    /// What a discrepancy was before a step, which is taken only from some states.
    record Was(String key, String was, String unit) {}

    /// Takes a step in those of some discrepancies that are in the right state, and tells of all what they were.
    Collection<Was> step(
            List<String> keys,
            List<DiscrepancyState> from,
            DiscrepancyState to,
            @Nullable Settlement settlement,
            LocalDate day,
            String by,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String objection) {
        var step = new HashMap<String, @Nullable Object>();
        step.put("at", VerificationRules.now());
        step.put("to", to.name());
        step.put("settlement", settlement == null ? null : settlement.name());
        step.put("by", by);
        step.put("reason", reason);
        step.put("document", document);
        step.put("objection", objection);
        return graph.query(stepped.text())
                .bind(keys)
                .to("keys")
                .bind(from.stream().map(Enum::name).toList())
                .to("from")
                .bind(day)
                .to("day")
                .bind(step)
                .to("step")
                .fetchAs(Was.class)
                .mappedBy((types, row) -> new Was(
                        row.get("key").asString(),
                        row.get("was").asString(),
                        row.get("unit").asString()))
                .all();
    }

    /// Which of them; what is null does not narrow.
    record DiscrepancyFilter(
            @Nullable List<String> codes,
            @Nullable String rule,
            @Nullable String unit,
            @Nullable String objection,
            @Nullable List<DiscrepancyState> states,
            @Nullable List<Settlement> settlements,
            @Nullable List<DiscrepancyKind> kinds,
            @Nullable String reference,
            @Nullable LocalDate foundFrom,
            @Nullable LocalDate foundTo,
            @Nullable LocalDate asOf) {

        static final DiscrepancyFilter ALL =
                new DiscrepancyFilter(null, null, null, null, null, null, null, null, null, null, null);

        static DiscrepancyFilter ofCode(String code) {
            return new DiscrepancyFilter(List.of(code), null, null, null, null, null, null, null, null, null, null);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Discrepancy> find(String code) {
        return page(DiscrepancyFilter.ofCode(code), Window.of("discrepancy", 1, null)).getNodes().stream()
                .findFirst();
    }

    /// Those that fit, the newest first, then by code; as they stood on the day asked for.
    @Transactional(readOnly = true)
    public Page<Discrepancy> page(DiscrepancyFilter filter, Window window) {
        var day = window.afterValue(0);
        var shown = read(filter, day == null ? null : LocalDate.parse(day), window.afterValue(1), window.oneMore());
        return Page.of(window, shown.some(), shown.total(), one -> Cursor.at(one.foundOn(), one.code()));
    }

    private Shown read(DiscrepancyFilter filter, @Nullable LocalDate afterDay, @Nullable String afterCode, int limit) {
        return graph.query(fitting.text())
                .bind(
                        filter.codes() == null
                                ? null
                                : filter.codes().stream().map(Codes::key).toList())
                .to("codes")
                .bind(Codes.keyOrNull(filter.rule()))
                .to("rule")
                .bind(Codes.keyOrNull(filter.unit()))
                .to("unit")
                .bind(filter.objection() == null ? null : Codes.key(filter.objection()))
                .to("objection")
                .bind(names(filter.states()))
                .to("states")
                .bind(names(filter.settlements()))
                .to("settlements")
                .bind(names(filter.kinds()))
                .to("kinds")
                .bind(filter.reference())
                .to("reference")
                .bind(filter.foundFrom())
                .to("foundFrom")
                .bind(filter.foundTo())
                .to("foundTo")
                .bind(filter.asOf() == null ? today.date() : filter.asOf())
                .to("day")
                .bind(afterDay)
                .to("afterDay")
                .bind(afterCode)
                .to("afterCode")
                .bind(limit)
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("total").asLong(), row.get("discrepancies").asList(Discrepancy::from)))
                .one()
                .orElseThrow();
    }

    /// By their codes, however many; what is not there is left out.
    @Transactional(readOnly = true)
    public List<Discrepancy> ofCodes(List<String> codes) {
        return read(
                        new DiscrepancyFilter(codes, null, null, null, null, null, null, null, null, null, null),
                        null,
                        null,
                        codes.size())
                .some();
    }

    static @Nullable List<String> names(@Nullable List<? extends Enum<?>> some) {
        return some == null ? null : some.stream().map(one -> one.name()).toList();
    }

    @Transactional(readOnly = true)
    public Map<Discrepancy, List<DiscrepancyStep>> steps(List<Discrepancy> some) {
        var found = graph
                .query(stepsOf.text())
                .bind(some.stream().map(Discrepancy::code).distinct().toList())
                .to("keys")
                .fetchAs(OfOne.class)
                .mappedBy((types, row) -> new OfOne(row.get("key").asString(), DiscrepancyStep.from(row.get("step"))))
                .all()
                .stream()
                .sorted(Comparator.comparing(one -> one.step().at()))
                .collect(groupingBy(OfOne::key, mapping(OfOne::step, toList())));
        var steps = new HashMap<Discrepancy, List<DiscrepancyStep>>();
        some.forEach(one -> steps.put(one, found.getOrDefault(one.code(), List.of())));
        return steps;
    }

    /// By units' keys, how many are not settled.
    @Transactional(readOnly = true)
    public Map<String, Integer> openOf(Collection<String> units) {
        return counted(openOf, units);
    }

    /// By rules' keys, how many are not settled.
    @Transactional(readOnly = true)
    public Map<String, Integer> openOfRules(Collection<String> ruleKeys) {
        return counted(openOfRules, ruleKeys);
    }

    private Map<String, Integer> counted(Statement statement, Collection<String> keys) {
        var counts = new HashMap<String, Integer>();
        graph.query(statement.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    counts.put(row.get("key").asString(), row.get("many").asInt());
                    return true;
                })
                .all();
        return counts;
    }

    private record OfOne(String key, DiscrepancyStep step) {}

    private record Shown(long total, List<Discrepancy> some) {}
}
