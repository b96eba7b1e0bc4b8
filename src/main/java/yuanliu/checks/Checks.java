package yuanliu.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Department;
import yuanliu.checks.rules.Breach;
import yuanliu.checks.rules.Evidence;
import yuanliu.checks.rules.Facts;
import yuanliu.checks.rules.Rule;
import yuanliu.checks.rules.Terms;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The checks that are kept, with what people said to them.
@Component
@Transactional(readOnly = true)
class Checks {

    private static final int BATCH = 1_000;

    private final Neo4jClient graph;
    private final Today today;
    private final Statement one;
    private final Statement fitting;
    private final Statement ofThings;
    private final Statement steps;
    private final Statement departments;
    private final Statement stored;
    private final Statement written;
    private final Statement stated;
    private final Statement stepped;
    private final Statement lastDay;

    Checks(Neo4jClient graph, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.today = today;
        this.one = cypher.get("checks/check");
        this.fitting = cypher.get("checks/page");
        this.ofThings = cypher.get("checks/of-things");
        this.steps = cypher.get("checks/steps-of");
        this.departments = cypher.get("checks/departments-of");
        this.stored = cypher.get("checks/stored");
        this.written = cypher.get("checks/written");
        this.stated = cypher.get("checks/stated");
        this.stepped = cypher.get("checks/stepped");
        this.lastDay = cypher.get("checks/last-day");
    }

    Optional<Check> find(String code) {
        return graph.query(one.text())
                .bind(Codes.key(code))
                .to("key")
                .fetchAs(Check.class)
                .mappedBy((types, row) -> Check.from(row.get("check")))
                .one();
    }

    /// The heaviest first, then by rule and code.
    Page<Check> page(ChecksAsked asked, Window window) {
        var narrowed = graph.query(fitting.text()).bind(asked.ledger()).to("ledger");
        for (var one : asked.parameters().entrySet()) {
            narrowed = narrowed.bind(one.getValue()).to(one.getKey());
        }
        var shown = narrowed.bind(window.afterNumber(0))
                .to("afterSeverity")
                .bind(window.afterValue(1))
                .to("afterRule")
                .bind(window.afterValue(2))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("checks").asList(Check::from)))
                .one()
                .orElseThrow();
        return Page.of(
                window,
                shown.checks(),
                shown.total(),
                check -> Cursor.at(check.severity().ordinal(), check.rule().code(), check.code()));
    }

    /// The day for which the last run that ended well has judged; empty before the first.
    Optional<LocalDate> lastDay() {
        return graph.query(lastDay.text())
                .fetchAs(LocalDate.class)
                .mappedBy((types, row) -> row.get("day").asLocalDate())
                .one();
    }

    /// What is there about some things, by their keys.
    ///
    /// @param ledger whether the ledger's rules are wanted, else the regulation's
    Map<String, List<Check>> about(String label, Collection<String> keys, boolean ledger) {
        return graph
                .query(ofThings.text())
                .bindAll(Map.of("ledger", ledger, "label", label, "keys", List.copyOf(keys)))
                .fetchAs(OfThing.class)
                .mappedBy((types, row) -> new OfThing<>(row.get("about").asString(), Check.from(row.get("check"))))
                .all()
                .stream()
                .map(row -> (OfThing<Check>) row)
                .collect(groupingBy(OfThing::thing, mapping(OfThing::what, toList())));
    }

    /// By the checks' codes.
    Map<String, List<CheckStep>> history(Collection<String> codes) {
        return graph
                .query(steps.text())
                .bind(List.copyOf(codes))
                .to("checks")
                .fetchAs(OfThing.class)
                .mappedBy((types, row) -> new OfThing<>(row.get("check").asString(), CheckStep.from(row.get("step"))))
                .all()
                .stream()
                .map(row -> (OfThing<CheckStep>) row)
                .collect(groupingBy(OfThing::thing, mapping(OfThing::what, toList())));
    }

    /// By the checks' codes.
    Map<String, List<Department>> departments(Collection<String> codes) {
        return graph
                .query(departments.text())
                .bind(List.copyOf(codes))
                .to("checks")
                .fetchAs(OfThing.class)
                .mappedBy((types, row) ->
                        new OfThing<>(row.get("check").asString(), Department.from(row.get("department"))))
                .all()
                .stream()
                .map(row -> (OfThing<Department>) row)
                .collect(groupingBy(OfThing::thing, mapping(OfThing::what, toList())));
    }

    /// What a run changed.
    record Changed(int added, int recurred, int mended) {}

    /// Keeps what came out. What is as it was is not touched; what is not found any more is mended; what was mended and
    /// is there again is open again, unless an exception still holds.
    @Transactional
    Changed keep(List<Breach> breaches, Terms terms, OffsetDateTime now) {
        var before = before();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var taken = new ArrayList<Map<String, Object>>();
        var still = new HashSet<String>();
        var added = 0;
        var recurred = 0;
        for (var breach : breaches) {
            var code = breach.code();
            if (!still.add(code)) {
                throw new IllegalStateException("Two checks have the code " + code);
            }
            var row = row(breach);
            var was = before.get(code);
            if (was == null) {
                added++;
                taken.add(step(code, null, CheckState.OPEN, "检出", now));
                row.put("state", CheckState.OPEN.name());
                rows.add(row);
                continue;
            }
            var state = was.again(today.date());
            if (state != was.state()) {
                if (was.state() == CheckState.MENDED) {
                    recurred++;
                }
                taken.add(step(code, was.state(), state, was.state() == CheckState.MENDED ? "再次检出" : "例外到期", now));
            }
            if (state != was.state() || !digestOf(breach).equals(was.digest())) {
                row.put("state", state.name());
                rows.add(row);
            }
        }
        var gone = before.entrySet().stream()
                .filter(entry -> entry.getValue().state() != CheckState.MENDED && !still.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted(Codes.ORDER)
                .toList();
        gone.forEach(code -> taken.add(
                step(code, known(before, code).state(), CheckState.MENDED, on(code, terms) ? "不再检出" : "规则已停用", now)));
        write(written, "checks", rows, Map.of("now", now));
        write(
                stated,
                "checks",
                gone.stream()
                        .map(code -> Map.<String, @Nullable Object>of(
                                "code", code, "properties", Map.of("state", CheckState.MENDED.name(), "mendedAt", now)))
                        .toList(),
                Map.of());
        write(stepped, "steps", taken, Map.of());
        return new Changed(added, recurred, gone.size());
    }

    private static Before known(Map<String, Before> before, String code) {
        return java.util.Objects.requireNonNull(before.get(code));
    }

    private static boolean on(String code, Terms terms) {
        return Rule.coded(code.substring(0, code.lastIndexOf('-')))
                .map(terms::on)
                .orElse(false);
    }

    private void write(
            Statement statement, String name, List<? extends Map<String, ?>> rows, Map<String, Object> parameters) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            graph.query(statement.text())
                    .bindAll(parameters)
                    .bind(rows.subList(from, Math.min(rows.size(), from + BATCH)))
                    .to(name)
                    .run();
        }
    }

    private Map<String, Before> before() {
        var before = new HashMap<String, Before>();
        graph.query(stored.text())
                .fetchAs(String.class)
                .mappedBy((types, row) -> {
                    var of = row.get("check");
                    before.put(
                            of.get("code").asString(),
                            new Before(
                                    CheckState.valueOf(of.get("state").asString()),
                                    of.get("digest").asString(),
                                    of.get("exceptUntil").isNull()
                                            ? null
                                            : of.get("exceptUntil").asLocalDate()));
                    return of.get("code").asString();
                })
                .all();
        return before;
    }

    static Map<String, Object> step(
            String code, @Nullable CheckState from, CheckState to, String reason, OffsetDateTime now) {
        var properties = new HashMap<String, Object>();
        properties.put("at", now);
        properties.put("on", now.atZoneSameInstant(Today.ZONE).toLocalDate());
        properties.put("to", to.name());
        properties.put("reason", reason);
        if (from != null) {
            properties.put("from", from.name());
        }
        return Map.of("check", code, "properties", properties);
    }

    private static Map<String, @Nullable Object> row(Breach breach) {
        var properties = new HashMap<String, @Nullable Object>();
        var thing = breach.thing();
        properties.put("name", breach.name());
        properties.put("rule", breach.rule().name());
        properties.put("ofLedger", breach.rule().ofLedger());
        properties.put("severity", breach.severity().name());
        properties.put("severityRank", (long) breach.severity().ordinal());
        properties.put("aboutLabel", thing.label());
        properties.put("aboutKey", thing.key());
        properties.put(
                "elementKey", thing instanceof Facts.Unit unit ? unit.element().key() : null);
        properties.put("sentence", breach.said().sentence());
        properties.put("evidence", Check.JSON.writeValueAsString(breach.said().evidence()));
        properties.put("remedy", breach.remedy());
        properties.put("mendedAt", null);
        var row = new HashMap<String, @Nullable Object>();
        row.put("code", breach.code());
        row.put("label", thing.label());
        row.put("about", thing.key());
        row.put("departments", breach.said().departments());
        row.put("properties", properties);
        properties.put("digest", digestOf(breach));
        return row;
    }

    /// Another when anything that is shown of it is.
    private static String digestOf(Breach breach) {
        var said = breach.said();
        var all = new StringBuilder(breach.name())
                .append('\n')
                .append(breach.severity())
                .append('\n')
                .append(said.sentence())
                .append('\n')
                .append(breach.remedy())
                .append('\n')
                .append(said.departments());
        for (Evidence one : said.evidence()) {
            all.append('\n').append(one);
        }
        return HexFormat.of().formatHex(Codes.digest(all.toString()), 0, 16);
    }

    private record Before(
            CheckState state, String digest, @Nullable LocalDate exceptUntil) {

        /// The state of a check that is found again.
        CheckState again(LocalDate day) {
            var excepted = exceptUntil != null && day.isBefore(exceptUntil);
            return switch (state) {
                case OPEN -> CheckState.OPEN;
                case EXCEPTED, MENDED -> excepted ? CheckState.EXCEPTED : CheckState.OPEN;
            };
        }
    }

    private record Shown(long total, List<Check> checks) {}

    private record OfThing<T>(String thing, T what) {}
}
