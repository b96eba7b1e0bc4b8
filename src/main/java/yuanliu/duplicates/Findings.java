package yuanliu.duplicates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.detection.Detector;
import yuanliu.duplicates.detection.Finding;
import yuanliu.duplicates.detection.Scene;
import yuanliu.ownership.StaleUnits;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The findings that are kept, with what people said to them.
@Component
@Transactional(readOnly = true)
class Findings {

    /// What one transaction takes.
    private static final int MOST_FINDINGS = 1_000;

    private static final int MOST_PARTIES = 20_000;

    private final Neo4jClient graph;
    private final StaleUnits units;
    private final Today today;
    private final Statement one;
    private final Statement fitting;
    private final Statement parties;
    private final Statement steps;
    private final Statement about;
    private final Statement present;
    private final Statement storedOf;
    private final Statement written;
    private final Statement gone;
    private final Statement stepped;

    Findings(Neo4jClient graph, StaleUnits units, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.units = units;
        this.today = today;
        this.one = cypher.get("duplicates/finding");
        this.fitting = cypher.get("duplicates/findings");
        this.parties = cypher.get("duplicates/parties-of-findings");
        this.steps = cypher.get("duplicates/steps-of-findings");
        this.about = cypher.get("duplicates/findings-about");
        this.present = cypher.get("duplicates/present-findings");
        this.storedOf = cypher.get("duplicates/stored-findings-of");
        this.written = cypher.get("duplicates/written-findings");
        this.gone = cypher.get("duplicates/gone-findings");
        this.stepped = cypher.get("duplicates/finding-steps");
    }

    Optional<DuplicateFinding> find(String code) {
        return graph.query(one.text())
                .bind(Codes.key(code))
                .to("key")
                .fetchAs(DuplicateFinding.class)
                .mappedBy((types, row) -> DuplicateFinding.from(row.get("finding")))
                .one();
    }

    /// Surest first, then by code.
    Page<DuplicateFinding> page(DuplicateFindingFilter filter, Window window) {
        var shown = graph.query(fitting.text())
                .bind(names(filter.kinds()))
                .to("kinds")
                .bind(names(filter.bands()))
                .to("bands")
                .bind(names(filter.states()))
                .to("states")
                .bind(Codes.keyOrNull(filter.department()))
                .to("department")
                .bind(Codes.keyOrNull(filter.region()))
                .to("region")
                .bind(Codes.keyOrNull(filter.element()))
                .to("element")
                .bind(filter.minScore())
                .to("minScore")
                .bind(Boolean.TRUE.equals(filter.gone()))
                .to("gone")
                .bind(window.afterDecimal(0))
                .to("afterScore")
                .bind(window.afterValue(1))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("findings").asList(DuplicateFinding::from)))
                .one()
                .orElseThrow();
        return Page.of(window, shown.findings(), shown.total(), finding -> Cursor.at(finding.score(), finding.code()));
    }

    /// The findings in which some assets are parties, by the keys of the assets; each asset's surest first.
    Map<String, List<DuplicateFinding>> about(Collection<String> assets) {
        var found = new HashMap<String, List<DuplicateFinding>>();
        graph.query(about.text())
                .bind(List.copyOf(assets))
                .to("assets")
                .fetchAs(DuplicateFinding.class)
                .mappedBy((types, row) -> {
                    var finding = DuplicateFinding.from(row.get("finding"));
                    row.get("assets")
                            .asList(Value::asString)
                            .forEach(asset -> found.computeIfAbsent(asset, any -> new ArrayList<>())
                                    .add(finding));
                    return finding;
                })
                .all();
        return found;
    }

    private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> some) {
        return some == null ? null : some.stream().map(Enum::name).toList();
    }

    Map<DuplicateFinding, List<FindingParty>> parties(Collection<DuplicateFinding> findings) {
        var found = graph
                .query(parties.text())
                .bind(codes(findings))
                .to("findings")
                .fetchAs(OfFinding.class)
                .mappedBy((types, row) -> new OfFinding<>(row.get("finding").asString(), FindingParty.from(row)))
                .all()
                .stream()
                .map(row -> (OfFinding<FindingParty>) row)
                .collect(groupingBy(OfFinding::finding, mapping(OfFinding::thing, toList())));
        return byFinding(findings, found);
    }

    Map<DuplicateFinding, List<FindingStep>> history(Collection<DuplicateFinding> findings) {
        var found = graph
                .query(steps.text())
                .bind(codes(findings))
                .to("findings")
                .fetchAs(OfFinding.class)
                .mappedBy((types, row) ->
                        new OfFinding<>(row.get("finding").asString(), FindingStep.from(row.get("step"))))
                .all()
                .stream()
                .map(row -> (OfFinding<FindingStep>) row)
                .collect(groupingBy(OfFinding::finding, mapping(OfFinding::thing, toList())));
        return byFinding(findings, found);
    }

    private static List<String> codes(Collection<DuplicateFinding> findings) {
        return findings.stream().map(DuplicateFinding::code).toList();
    }

    private static <T> Map<DuplicateFinding, List<T>> byFinding(
            Collection<DuplicateFinding> findings, Map<String, List<T>> found) {
        var all = new HashMap<DuplicateFinding, List<T>>();
        findings.forEach(finding -> all.put(finding, found.getOrDefault(finding.code(), List.of())));
        return all;
    }

    /// What a run looked at.
    ///
    /// @param units   keys of units without scope
    /// @param entries codes of the findings about entries that were there, and might be there still
    record LookedAt(Collection<String> units, Collection<String> entries) {}

    /// What a run changed.
    record Changed(int added, int recurred, int gone) {

        static final Changed NOTHING = new Changed(0, 0, 0);

        Changed and(Changed other) {
            return new Changed(added + other.added, recurred + other.recurred, gone + other.gone);
        }
    }

    /// What a look at everything found, in parts each of which fits into one transaction of Neo4j: of a nation all
    /// together would not. Of what has one code the first counts.
    static List<List<Finding>> parts(List<Finding> found) {
        var parts = new ArrayList<List<Finding>>();
        var codes = new HashSet<String>();
        var part = new ArrayList<Finding>();
        var parties = 0;
        for (var finding : found) {
            if (!codes.add(finding.code())) {
                continue;
            }
            if (!part.isEmpty()
                    && (part.size() == MOST_FINDINGS
                            || parties + finding.parties().size() > MOST_PARTIES)) {
                parts.add(part);
                part = new ArrayList<>();
                parties = 0;
            }
            part.add(finding);
            parties += finding.parties().size();
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /// Keeps a part of what was found by looking at everything, as [#keep] does. What is not found any more is told
    /// by [#lost], when all parts are kept.
    @Transactional
    Changed keepPart(List<Finding> part, String version, OffsetDateTime now) {
        var before = before(storedOf, Map.of("units", List.of(), "codes", List.copyOf(codesOf(part))));
        return keep(part, before, version, now);
    }

    /// The codes of the findings that count as there, and are not among some.
    List<String> presentBeside(Collection<Finding> found) {
        var codes = codesOf(found);
        return graph.query(present.text()).fetchAs(String.class).all().stream()
                .filter(code -> !codes.contains(code))
                .sorted()
                .toList();
    }

    /// Marks findings that were looked for and not found any more.
    @Transactional
    Changed lost(List<String> codes) {
        graph.query(gone.text()).bind(codes).to("codes").run();
        return new Changed(0, 0, codes.size());
    }

    /// Keeps what was found by looking at some units and at entries. What people said to a finding stays; what they had
    /// closed and is there again has recurred; an exemption that has run out is none.
    ///
    /// @param looked what was looked at
    @Transactional
    Changed keep(List<Finding> found, LookedAt looked, String version, OffsetDateTime now) {
        var before = before(storedOf, looked, found);
        var codes = codesOf(found);
        var lost = before.entrySet().stream()
                .filter(entry -> entry.getValue().present() && !codes.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return keep(found, before, version, now).and(lost(lost));
    }

    private static Set<String> codesOf(Collection<Finding> found) {
        return found.stream().map(Finding::code).collect(toSet());
    }

    private Changed keep(List<Finding> found, Map<String, Before> before, String version, OffsetDateTime now) {
        this.units.ensure(found.stream()
                .flatMap(finding -> Optional.ofNullable(finding.unit()).stream())
                .distinct()
                .toList());
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var taken = new ArrayList<Map<String, Object>>();
        var added = 0;
        var recurred = 0;
        var still = new HashSet<String>();
        for (var finding : found) {
            var code = finding.code();
            if (!still.add(code)) {
                continue;
            }
            var was = before.get(code);
            var state = was == null ? FindingState.SUSPECTED : was.again(today);
            if (was == null) {
                added++;
                taken.add(step(code, null, state, "检出", now));
            } else if (state != was.state()) {
                if (state == FindingState.RECURRED) {
                    recurred++;
                }
                taken.add(step(
                        code, was.state(), state, state == FindingState.RECURRED ? "销号后再次检出" : "豁免到期，重新列为疑似", now));
            }
            rows.add(row(finding, state, version));
        }
        write(written, "findings", rows, now);
        graph.query(stepped.text()).bind(taken).to("steps").run();
        return new Changed(added, recurred, 0);
    }

    private void write(Statement statement, String name, List<Map<String, @Nullable Object>> rows, OffsetDateTime now) {
        for (int from = 0; from < rows.size(); from += 1_000) {
            graph.query(statement.text())
                    .bind(rows.subList(from, Math.min(rows.size(), from + 1_000)))
                    .to(name)
                    .bind(now)
                    .to("now")
                    .run();
        }
    }

    /// Also those that were found earlier, and are found again.
    private Map<String, Before> before(Statement statement, LookedAt looked, List<Finding> found) {
        var codes = new TreeSet<>(looked.entries());
        found.stream()
                .filter(finding -> finding.unit() == null)
                .map(Finding::code)
                .forEach(codes::add);
        return before(statement, Map.of("units", List.copyOf(looked.units()), "codes", List.copyOf(codes)));
    }

    private Map<String, Before> before(Statement statement, Map<String, Object> parameters) {
        var before = new HashMap<String, Before>();
        graph.query(statement.text())
                .bindAll(parameters)
                .fetchAs(String.class)
                .mappedBy((types, row) -> {
                    var of = row.get("finding");
                    before.put(
                            of.get("code").asString(),
                            new Before(
                                    FindingState.valueOf(of.get("state").asString()),
                                    of.get("present").asBoolean(),
                                    of.get("exemptUntil").isNull()
                                            ? null
                                            : of.get("exemptUntil").asLocalDate()));
                    return of.get("code").asString();
                })
                .all();
        return before;
    }

    private static Map<String, Object> step(
            String code, @Nullable FindingState from, FindingState to, String reason, OffsetDateTime now) {
        var properties = new HashMap<String, Object>();
        properties.put("at", now);
        properties.put("to", to.name());
        properties.put("reason", reason);
        if (from != null) {
            properties.put("from", from.name());
        }
        return Map.of("finding", code, "properties", properties);
    }

    private static Map<String, @Nullable Object> row(Finding finding, FindingState state, String version) {
        var properties = new HashMap<String, @Nullable Object>();
        var unit = finding.unit();
        properties.put("name", finding.title());
        properties.put("kind", finding.kind().name());
        properties.put("unitKey", unit == null ? null : unit.key());
        properties.put("lookedFor", unit == null ? null : Scene.unscoped(unit.key()));
        properties.put("elementKey", unit == null ? null : Codes.key(unit.element()));
        properties.put("within", finding.within());
        properties.put("score", finding.score());
        properties.put("band", finding.band().name());
        properties.put("signals", DuplicateFinding.written(finding.signals()));
        properties.put("suggestion", finding.suggestion());
        properties.put("liability", finding.kind().liability());
        properties.put("rules", Detector.RULES + "-" + version);
        properties.put("saved", finding.saved());
        var row = new HashMap<String, @Nullable Object>();
        row.put("code", finding.code());
        row.put("unit", unit == null ? null : unit.key());
        row.put("state", state.name());
        row.put("properties", properties);
        var parties = new ArrayList<Map<String, Object>>();
        for (var party : finding.parties()) {
            parties.add(Map.of(
                    "key", party.key(),
                    "field", party.field(),
                    "role", party.role().name(),
                    "confidence", party.confidence(),
                    "place", parties.size()));
        }
        row.put("parties", parties);
        return row;
    }

    private record Before(FindingState state, boolean present, java.time.@Nullable LocalDate exemptUntil) {

        /// The state of a finding that is found again.
        FindingState again(Today today) {
            if (state == FindingState.CLOSED && !present) {
                return FindingState.RECURRED;
            }
            return state == FindingState.EXEMPT
                            && exemptUntil != null
                            && !today.date().isBefore(exemptUntil)
                    ? FindingState.SUSPECTED
                    : state;
        }
    }

    private record Shown(long total, List<DuplicateFinding> findings) {}

    private record OfFinding<T>(String finding, T thing) {}
}
