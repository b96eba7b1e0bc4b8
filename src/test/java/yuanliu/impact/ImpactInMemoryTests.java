package yuanliu.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;
import yuanliu.web.Page;
import yuanliu.web.Window;
import yuanliu.workdays.Due;

/// What a change costs by the memory is what it costs by the graph: of everything, for every kind of change, on random
/// catalogues in which everything that weighs is said by some and not by others.
class ImpactInMemoryTests extends GivenGraph {

    private static final int RESOURCES = 90;
    private static final int STARTS = 14;

    @Autowired
    private Impacts impacts;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Memory memory;

    @AfterEach
    void forget() {
        LookedAt.noMore(memory);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isWhatItCostsByTheGraph(long seed) throws InterruptedException {
        var made = new Made(new Random(seed));
        LookedAt.now(memory);
        var compared = 0;
        var hits = 0;
        for (var start : made.starts()) {
            for (var change : ChangeKind.values()) {
                if (change == ChangeKind.CHANGE_CYCLE && start.kind() == Kind.DEPARTMENT) {
                    continue;
                }
                var of = catalog.find(start.kind(), Made.key(start.code())).orElseThrow();
                LookedAt.again(memory);
                var remembered = told(of, change);
                LookedAt.noMore(memory);
                assertThat(remembered)
                        .as("seed %d, %s of %s", seed, change, start)
                        .isEqualTo(told(of, change));
                compared++;
                hits += remembered.size();
            }
        }
        assertThat(compared).isGreaterThan(STARTS * 6);
        assertThat(hits).isGreaterThan(compared * 5);
    }

    private List<String> told(Entity of, ChangeKind change) {
        var impact = impacts.of(of, change);
        assertThat(impact.toll().called() instanceof CalledByMemory)
                .isEqualTo(memory.answers(java.time.LocalDate.now(yuanliu.web.Today.ZONE)));
        var told = new ArrayList<String>();
        told.add(impact.totals().toString());
        told.add(impact.completeness().toString());
        all(window -> impacts.departments(impact, window), 40, told);
        all(window -> impacts.assets(impact, ImpactFilter.ALL, window), 40, told);
        impacts.allDrafts(impact, 10, new Due(java.time.LocalDate.of(2026, 12, 31), true))
                .forEach(draft -> told.add(draft.toString()));
        return told;
    }

    private static <T> void all(java.util.function.Function<Window, Page<T>> pages, int size, List<String> told) {
        String after = null;
        do {
            var page = pages.apply(Window.of("test", size, after));
            page.getNodes().forEach(one -> told.add(one.toString()));
            var info = page.getPageInfo();
            after = info.isHasNextPage()
                    ? Objects.requireNonNull(info.getEndCursor()).getValue()
                    : null;
        } while (after != null);
    }

    private record Start(Kind kind, String code) {}

    /// A random catalogue in the graph.
    private final class Made {

        private final Random random;
        private final List<String> fields = new ArrayList<>();
        private final List<String> resources = new ArrayList<>();
        private final List<String> forms = new ArrayList<>();

        Made(Random random) {
            this.random = random;
            given("UNWIND range(1, 12) AS i CREATE (:Department {code: 'D' + i, key: 'D' + i, name: '部门' + i})");
            given("UNWIND range(1, 15) AS i CREATE (:DataElement {code: 'E' + i, key: 'E' + i, name: '数据元' + i})");
            given("""
                    UNWIND range(1, 15) AS i MATCH (e:DataElement {key: 'E' + i})
                    CREATE (:SourceUnit {code: 'E' + i, key: 'E' + i, name: '单元' + i, elementKey: 'E' + i})-[:OF]->(e)
                    """);
            var systems = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 1; i <= 14; i++) {
                systems.add(row("code", "S" + i, "status", some("运行", "运行", "停用", "测试"), "department", maybe("D", 12)));
            }
            given("""
                    UNWIND $rows AS row CREATE (s:InformationSystem {code: row.code, key: row.code, name: row.code, status: row.status})
                    WITH s, row MATCH (d:Department {key: row.department}) CREATE (s)-[:OPERATED_BY]->(d)
                    """, Map.of("rows", systems));
            owners();
            derivations();
            agreements();
            given("""
                    UNWIND $rows AS row MATCH (f:DataField {key: row.field}), (u:SourceUnit {key: row.unit})
                    OPTIONAL MATCH (f)-[:HELD_AS]->(own:SourceUnit)
                    WITH row, f, CASE WHEN row.own THEN coalesce(own, u) ELSE u END AS unit
                    CREATE (d:Designation {code: row.code, key: row.code, state: row.state, validFrom: date(row.from)})-[:OF]->(unit),
                      (d)-[:AT]->(f)
                    """, Map.of("rows", designations()));
        }

        private void owners() {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 1; i <= RESOURCES; i++) {
                var form = random.nextInt(6) == 0;
                // a full-width letter in the code: its key stands elsewhere in the order
                var code = (form ? "B" : random.nextInt(5) == 0 ? "Ｒ" : "R") + i;
                (form ? forms : resources).add(code);
                var its = new ArrayList<Map<String, @Nullable Object>>();
                for (int f = random.nextInt(5); f > 0; f--) {
                    var field = code + "#" + (char) ('a' + f);
                    fields.add(field);
                    its.add(row(
                            "code",
                            field,
                            "key",
                            key(field),
                            "acquisition",
                            some("采集", "产生", "共享获取", "加工派生", null),
                            "sharing",
                            some(null, null, "不予共享", "无条件共享"),
                            "unit",
                            maybe("E", 15)));
                }
                rows.add(row(
                        "code",
                        code,
                        "key",
                        key(code),
                        "form",
                        form,
                        "fields",
                        its,
                        "status",
                        some(null, "已发布", "已发布", "已停用", "草稿"),
                        "cycle",
                        some(null, "实时", "每日", "每月", "每年"),
                        "sharing",
                        some(null, "无条件共享", "有条件共享", "不予共享"),
                        "department",
                        maybe("D", 12),
                        "system",
                        maybe("S", 14)));
            }
            for (var form : List.of(true, false)) {
                given(
                        """
                        UNWIND $rows AS row
                        CREATE (o:%s {code: row.code, key: row.key, name: '甲' + row.code})
                        SET o += %s
                        FOREACH (f IN row.fields | CREATE (o)-[:HAS_FIELD]->(:DataField {code: f.code, key: f.key, name: f.code,
                          acquisition: f.acquisition, sharing: f.sharing}))
                        WITH o, row
                        CALL (o, row) { MATCH (d:Department {key: row.department}) CREATE (o)-[:%s]->(d) }
                        CALL (o, row) { MATCH (s:InformationSystem {key: row.system}) CREATE (o)-[:%s]->(s) }
                        CALL (row) {
                          UNWIND row.fields AS f
                          MATCH (field:DataField {key: f.key}) MATCH (u:SourceUnit {key: f.unit}) CREATE (field)-[:HELD_AS]->(u)
                        }
                        """.formatted(
                                        form ? "Form" : "DataResource",
                                        form ? "{}" : "{status: row.status, cycle: row.cycle, sharing: row.sharing}",
                                        form ? "ISSUED_BY" : "PROVIDED_BY",
                                        form ? "COLLECTED_IN" : "HOSTED_IN"),
                        Map.of(
                                "rows",
                                rows.stream()
                                        .filter(row -> form.equals(row.get("form")))
                                        .toList()));
            }
        }

        private void derivations() {
            for (var whole : List.of(false, true)) {
                var rows = new ArrayList<Map<String, @Nullable Object>>();
                for (int i = 0; i < (whole ? 25 : fields.size() * 3 / 2); i++) {
                    var up = key(one(whole ? resources : fields));
                    var down = key(whole && random.nextInt(4) == 0 ? one(forms) : one(whole ? resources : fields));
                    var activity = some("交换", "加工", "回流", null);
                    var edge = "%s|%s|%s|%d".formatted(down, up, activity == null ? "" : activity, i);
                    rows.add(row(
                            "down",
                            down,
                            "up",
                            up,
                            "edge",
                            edge,
                            "activity",
                            activity,
                            "from",
                            some(null, "2024-01-01", "2999-01-01"),
                            "to",
                            some(null, null, "2024-06-01", "2999-01-01")));
                }
                given(
                        """
                        UNWIND $rows AS row
                        MATCH (down:%s {key: row.down}) MATCH (up:%s {key: row.up})
                        CREATE (down)-[:DERIVED_FROM {edge: row.edge, activity: row.activity, validFrom: date(row.from),
                          validTo: date(row.to), assertedBy: '人工'}]->(up)
                        """.formatted(whole ? "DataResource|Form" : "DataField", whole ? "DataResource" : "DataField"),
                        Map.of("rows", rows));
            }
        }

        private void agreements() {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 1; i <= 120; i++) {
                rows.add(row(
                        "code",
                        "G" + i,
                        "resource",
                        key(one(resources)),
                        "consumer",
                        "D" + (1 + random.nextInt(12)),
                        "system",
                        maybe("S", 14),
                        "calls",
                        random.nextInt(3) == 0 ? null : random.nextInt(1_000),
                        "basis",
                        some(null, "条例"),
                        "purpose",
                        some(null, "核验"),
                        "method",
                        some(null, "接口"),
                        "grantedOn",
                        some(null, "2024-01-01"),
                        "expiresOn",
                        some(null, "2024-06-01", "2999-01-01"),
                        "status",
                        some(null, "使用中", "使用中", "停用")));
            }
            given("""
                    UNWIND $rows AS row
                    MATCH (r:DataResource {key: row.resource}) MATCH (d:Department {key: row.consumer})
                    CREATE (d)<-[:GRANTED_TO]-(g:SharingAgreement {code: row.code, key: row.code, calls: row.calls, basis: row.basis,
                      purpose: row.purpose, method: row.method, grantedOn: date(row.grantedOn), expiresOn: date(row.expiresOn),
                      status: row.status})-[:OF]->(r)
                    WITH g, row MATCH (s:InformationSystem {key: row.system}) CREATE (g)-[:USED_BY]->(s)
                    """, Map.of("rows", rows));
        }

        private List<Map<String, @Nullable Object>> designations() {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 1; i <= 20; i++) {
                rows.add(row(
                        "code",
                        "Z" + i,
                        "field",
                        key(one(fields)),
                        "unit",
                        "E" + (1 + random.nextInt(15)),
                        "own",
                        random.nextInt(3) > 0,
                        "state",
                        some("已认定", "已认定", "争议中"),
                        "from",
                        some(null, "2024-01-01", "2999-01-01")));
            }
            return rows;
        }

        List<Start> starts() {
            var starts = new ArrayList<Start>();
            for (int i = 0; i < STARTS; i++) {
                starts.add(
                        switch (i % 5) {
                            case 0, 1 -> new Start(Kind.DATA_FIELD, one(fields));
                            case 2 -> new Start(Kind.DATA_RESOURCE, one(resources));
                            case 3 -> new Start(Kind.INFORMATION_SYSTEM, "S" + (1 + random.nextInt(14)));
                            default -> new Start(Kind.DEPARTMENT, "D" + (1 + random.nextInt(12)));
                        });
            }
            return starts;
        }

        private static String key(String code) {
            return yuanliu.web.Codes.key(code);
        }

        private @Nullable String maybe(String kind, int most) {
            return random.nextInt(6) == 0 ? null : kind + (1 + random.nextInt(most));
        }

        private @Nullable String some(@Nullable String... of) {
            return of[random.nextInt(of.length)];
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
            return new HashMap<>(row);
        }
    }
}
