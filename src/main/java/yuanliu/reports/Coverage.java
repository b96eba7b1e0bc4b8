package yuanliu.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceState;
import yuanliu.ownership.SourceUnit;
import yuanliu.ownership.Standing;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// How far 一数一源 has come (一数一源覆盖率): of the units that somebody collects, generates or uses, how many have a
/// source.
@Component
class Coverage {

    static final String DEFINITION = "覆盖率 = 已认定（含牵头收集）的单元 ÷ 有一个以上部门采集、产生或经有效共享使用的单元。"
            + "单元在一组内由几个部门采集或使用的，须对其中每个部门都有生效的认定（限定范围的认定只对范围内的部门有效）才算已认定。"
            + "停用、草稿的资源和已撤销的部门不计；按区划的各行含下级，各行之和可以大于合计。";

    private static final List<SourceState> WORST_LAST = List.of(
            SourceState.DESIGNATED,
            SourceState.LEAD_COLLECTOR,
            SourceState.NO_STATUTORY_SOURCE,
            SourceState.DISPUTED,
            SourceState.UNDESIGNATED);

    private final Asking asking;
    private final Ledger ledger;
    private final Catalog catalog;
    private final Today today;
    private final Statement pairs;
    private final Statement regions;
    private final Statement places;

    Coverage(Asking asking, Ledger ledger, Catalog catalog, Today today, CypherLibrary cypher) {
        this.asking = asking;
        this.ledger = ledger;
        this.catalog = catalog;
        this.today = today;
        this.pairs = cypher.get("reports/collected-or-wanted");
        this.regions = cypher.get("reports/region-names");
        this.places = cypher.get("reports/places-of-departments");
    }

    /// By what units are grouped.
    enum CoverageBy {
        TOTAL("合计"),
        DEPARTMENT("部门"),
        REGION("区划（含下级）"),
        LEVEL("层级"),
        LIBRARY("领域（所属库）"),
        SUBJECT("主体类");

        private final String word;

        CoverageBy(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param code  of the department or region, else the word; null in the sum
    /// @param units that somebody in the group collects, generates or uses: designated + leadCollector + disputed +
    ///              noStatutorySource + undesignated
    /// @param rate  (designated + leadCollector) ÷ units; null where there are none
    /// @param missing keys of the units without a source, by code
    record CoverageRow(
            CoverageBy by,
            @Nullable String code,
            String name,
            int units,
            int designated,
            int leadCollector,
            int disputed,
            int noStatutorySource,
            int undesignated,
            @Nullable Double rate,
            List<String> missing,
            List<RowEvidence> evidence)
            implements Row {

        /// How the figure is defined, in Chinese.
        public String definition() {
            return DEFINITION;
        }

        static CoverageRow of(CoverageBy by, @Nullable String code, String name, Map<String, SourceState> units) {
            var counts = new EnumMap<SourceState, Integer>(SourceState.class);
            units.values().forEach(state -> counts.merge(state, 1, Integer::sum));
            var designated = counts.getOrDefault(SourceState.DESIGNATED, 0);
            var lead = counts.getOrDefault(SourceState.LEAD_COLLECTOR, 0);
            return new CoverageRow(
                    by,
                    code,
                    name,
                    units.size(),
                    designated,
                    lead,
                    counts.getOrDefault(SourceState.DISPUTED, 0),
                    counts.getOrDefault(SourceState.NO_STATUTORY_SOURCE, 0),
                    counts.getOrDefault(SourceState.UNDESIGNATED, 0),
                    units.isEmpty() ? null : Math.round(10_000.0 * (designated + lead) / units.size()) / 10_000.0,
                    units.entrySet().stream()
                            .filter(unit -> unit.getValue() != SourceState.DESIGNATED
                                    && unit.getValue() != SourceState.LEAD_COLLECTOR)
                            .map(Map.Entry::getKey)
                            .sorted(Codes.ORDER)
                            .toList(),
                    List.of(RowEvidence.of("分子 %d，分母 %d".formatted(designated + lead, units.size()))));
        }
    }

    /// The rows of one kind of group, by code, the sum last.
    List<CoverageRow> rows(CoverageBy by, ListFilter filter) {
        var found = pairs(filter);
        var standings = standings();
        var groups = new TreeMap<String, Map<String, SourceState>>(Codes.ORDER);
        var all = new HashMap<String, SourceState>();
        for (var pair : found) {
            var state = standings.of(pair);
            all.merge(pair.unit(), state, Coverage::worse);
            pair.groups(by)
                    .forEach(group -> groups.computeIfAbsent(group, key -> new HashMap<>())
                            .merge(pair.unit(), state, Coverage::worse));
        }
        var names = names(by, groups.keySet());
        var rows = new ArrayList<CoverageRow>();
        groups.forEach((group, units) -> {
            var named = names.get(group);
            rows.add(CoverageRow.of(
                    by,
                    named == null ? (group.isEmpty() ? null : group) : named.code(),
                    named == null ? (group.isEmpty() ? "（未填）" : group) : named.name(),
                    units));
        });
        rows.add(CoverageRow.of(CoverageBy.TOTAL, null, "合计", all));
        return rows;
    }

    private static SourceState worse(SourceState one, SourceState other) {
        return WORST_LAST.indexOf(one) >= WORST_LAST.indexOf(other) ? one : other;
    }

    private Collection<Pair> pairs(ListFilter filter) {
        var parameters = new HashMap<String, @Nullable Object>(filter.parameters());
        parameters.put("day", today.date());
        var placed = new HashMap<String, Place>();
        asking.each(
                places,
                Map.of(),
                row -> placed.put(
                        row.get("key").asString(),
                        new Place(
                                row.get("level").asString(),
                                List.copyOf(row.get("regions").asList(Value::asString)))));
        return asking.rows(pairs, parameters, row -> {
            var department = row.get("department").asString();
            var place = Objects.requireNonNull(placed.get(department));
            return new Pair(
                    row.get("unit").asString(),
                    row.get("subject").asString(""),
                    department,
                    place.level(),
                    place.regions(),
                    row.get("library").asString());
        });
    }

    /// Of what level a department is, and in which regions.
    private record Place(String level, List<String> regions) {}

    /// That a department collects, generates or uses a unit.
    ///
    /// @param regions those in which the department lies
    private record Pair(
            String unit, String subject, String department, String level, List<String> regions, String library) {

        List<String> groups(CoverageBy by) {
            return switch (by) {
                case TOTAL -> List.of();
                case DEPARTMENT -> List.of(department);
                case REGION -> regions;
                case LEVEL -> List.of(level);
                case LIBRARY -> List.of(library);
                case SUBJECT -> List.of(subject);
            };
        }
    }

    private Standings standings() {
        var all = ledger.standingsOf(ledger.designated());
        var scoped = new HashMap<String, List<SourceUnit>>();
        ledger.byKey(all.keySet()).values().stream()
                .filter(unit -> unit.regionKey() != null)
                .forEach(unit -> scoped.computeIfAbsent(unit.heldAs(), key -> new ArrayList<>())
                        .add(unit));
        return new Standings(all, scoped);
    }

    /// @param all    by the units' keys
    /// @param scoped by the key of the unit without scope those with one
    private record Standings(Map<String, Standing> all, Map<String, List<SourceUnit>> scoped) {

        /// As it stands for the department of a pair: by the unit without scope, else by one whose scope it lies in.
        SourceState of(Pair pair) {
            var best = state(pair.unit());
            for (var unit : scoped.getOrDefault(pair.unit(), List.of())) {
                if (pair.regions().contains(unit.regionKey())) {
                    var state = state(unit.key());
                    best = worse(best, state) == best ? state : best;
                }
            }
            return best;
        }

        private SourceState state(String key) {
            var standing = all.get(key);
            return standing == null ? SourceState.UNDESIGNATED : standing.state();
        }
    }

    private Map<String, Named> names(CoverageBy by, Set<String> groups) {
        var names = new HashMap<String, Named>();
        if (by == CoverageBy.DEPARTMENT) {
            catalog.find(Kind.DEPARTMENT, groups)
                    .forEach((key, department) -> names.put(key, new Named(department.code(), department.name())));
        } else if (by == CoverageBy.REGION) {
            asking.each(
                    regions,
                    Map.of(),
                    row -> names.put(
                            row.get("key").asString(),
                            new Named(
                                    row.get("region").get("code").asString(),
                                    row.get("region").get("name").asString())));
        }
        return names;
    }

    private record Named(String code, String name) {}

    /// The units of a row that have no source.
    Page<SourceUnit> missing(CoverageRow row, Window window) {
        var page = Page.cut(window, row.missing(), key -> Cursor.at(key));
        var units = ledger.byKey(page.getNodes());
        return page.map(key -> Objects.requireNonNull(units.get(key)));
    }

    /// The list of one kind of group.
    WholeList<CoverageRow> by(CoverageBy by) {
        return new WholeList<>() {

            @Override
            public String code() {
                return "coverage-" + by.name().toLowerCase(java.util.Locale.ROOT);
            }

            @Override
            public String question() {
                return "sourceCoverage(by: %s, ".formatted(by);
            }

            @Override
            public String title() {
                return "一数一源覆盖率（按%s）".formatted(by.word());
            }

            @Override
            public Set<Narrowing> takes() {
                return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL);
            }

            @Override
            public List<Column<CoverageRow>> columns() {
                return List.of(
                        Column.of("编码", CoverageRow::code),
                        Column.of(by.word(), CoverageRow::name),
                        Column.of("应认定单元", CoverageRow::units),
                        Column.of("已认定", CoverageRow::designated),
                        Column.of("牵头收集", CoverageRow::leadCollector),
                        Column.of("争议中", CoverageRow::disputed),
                        Column.of("无法定数源", CoverageRow::noStatutorySource),
                        Column.of("待认定", CoverageRow::undesignated),
                        Column.of("覆盖率", CoverageRow::rate),
                        Column.of("缺少数源的单元", CoverageRow::missing));
            }

            @Override
            public List<CoverageRow> all(ListFilter filter) {
                return Coverage.this.rows(by, filter);
            }

            @Override
            public Cursor place(CoverageRow row) {
                return Cursor.at(row.by(), row.code() == null ? "" : row.code());
            }
        };
    }
}
