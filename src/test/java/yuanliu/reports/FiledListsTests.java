package yuanliu.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;
import yuanliu.reports.Coverage.CoverageBy;
import yuanliu.reports.Coverage.CoverageRow;

/// Every list of the demonstration city in every way it can be had; and that a list and the rules of the checks say the
/// same.
class FiledListsTests extends AgainstNeo4j {

    @Autowired
    private ExampleCity city;

    @Autowired
    private FiledLists lists;

    @LocalServerPort
    private int port;

    @Override
    protected void fill() {
        city.file();
    }

    @Override
    protected String graph() {
        return ExampleCity.GRAPH;
    }

    private static final String PAGE = """
            query($first: Int, $after: String%s) {
              list: %s(%sfirst: $first, after: $after) {
                totalCount asOf filters { name value } pageInfo { hasNextPage endCursor } edges { cursor }
              }
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "sourceLedger, '', source-ledger, ''",
        "designationList, '', designations, ''",
        "demandList, '', demands, ''",
        "dutyList, '', duties, ''",
        "withheldList, '', withheld, ''",
        "uncataloguedList, '', uncatalogued, ''",
        "termMonitor, '', terms, ''",
        "termItems, '', term-items, ''",
        "offPlatformList, '', off-platform, ''",
        "onwardList, '', onward, ''",
        "catalogueAccount, '', account, ''",
        "repeatList, '', repeats, ''",
        "secondHandUse, '', second-hand, ''",
        "libraryComposition, 'filter: {library: \"人口库\"}, ', composition, library=人口库",
        "sourceCoverage, 'by: DEPARTMENT, ', coverage-department, ''",
        "sourceCoverage, 'by: REGION, ', coverage-region, ''"
    })
    void aListIsTheSamePageByPageAsCsvAndAsWorkbook(String field, String arguments, String code, String query)
            throws Exception {
        var cursors = new ArrayList<String>();
        var total = pages(field, arguments, cursors);
        assertThat(cursors).hasSize(total).doesNotHaveDuplicates();

        var csv = get("/api/lists/%s.csv%s".formatted(code, asked(query)));
        assertThat(csv.statusCode()).isEqualTo(200);
        var text = new String(csv.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF序号,");
        var rows = CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
        assertThat(rows).hasSize(1 + total);
        for (int row = 1; row < rows.size(); row++) {
            assertThat(rows.get(row).getField(0)).isEqualTo(String.valueOf(row));
            assertThat(rows.get(row).getFields())
                    .hasSize(rows.getFirst().getFieldCount())
                    .noneMatch(cell -> cell.contains("null") || cell.contains("Optional["));
        }

        var xlsx = get("/api/lists/%s.xlsx%s".formatted(code, asked(query)));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            assertThat(workbook.getSheets().map(Sheet::getName).toList())
                    .hasSize(2)
                    .contains("说明");
            assertThat(workbook.getFirstSheet().read()).hasSize(1 + total);
            var about = workbook.findSheet("说明").orElseThrow().read();
            assertThat(about.get(3).getCellText(1)).isEqualTo(String.valueOf(total));
        }
    }

    private int pages(String field, String arguments, List<String> cursors) {
        String after = null;
        int total;
        do {
            var answer = ask().document(PAGE.formatted("", field, arguments))
                    .variable("first", 7)
                    .variable("after", after)
                    .execute();
            total = answer.path("list.totalCount").entity(Integer.class).get();
            answer.path("list.asOf").entity(String.class).get();
            cursors.addAll(
                    answer.path("list.edges[*].cursor").entityList(String.class).get());
            after = answer.path("list.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? answer.path("list.pageInfo.endCursor")
                            .entity(String.class)
                            .get()
                    : null;
        } while (after != null);
        return total;
    }

    private static String asked(String query) {
        if (query.isEmpty()) {
            return "";
        }
        var parts = query.split("=");
        return "?%s=%s".formatted(parts[0], URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> get(String pathAndQuery) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void nonsenseIsRefusedInWords() throws Exception {
        assertThat(get("/api/lists/nothing.csv").statusCode()).isEqualTo(404);
        assertThat(get("/api/lists/composition.csv").statusCode()).isEqualTo(400);
        assertThat(get("/api/lists/account.xlsx?element=YL008").statusCode()).isEqualTo(400);
        assertThat(get("/api/lists/terms.csv?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/api/lists/duties.csv?level=" + URLEncoder.encode("村", StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        var bad = get("/api/lists/terms.csv?from=2026-02-01&until=2026-01-01");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(new String(bad.body(), StandardCharsets.UTF_8)).contains("早于");
    }

    /// What is late, withheld, handed on or off the platform is the same to the lists and to the checks.
    @Test
    void theListsAndTheChecksAgree() {
        assertThat(column("offPlatformList", "agreement { code }", "agreement.code"))
                .isEqualTo(checked("R32"));
        assertThat(column("onwardList", "agreement { code }", "agreement.code")).isEqualTo(checked("R25"));
        assertThat(withheld("RANK_TOO_LOW")).isEqualTo(checked("R14"));
        assertThat(withheld("NO_BASIS")).isEqualTo(checked("R15C"));
        var late = new TreeSet<String>();
        List.of("R16", "R17", "R21A", "R22", "R26").forEach(rule -> late.addAll(checked(rule)));
        assertThat(column(
                        "termItems",
                        "state thing { ... on DataResource { code } ... on SharingAgreement { code } }",
                        "thing.code",
                        "filter: {overdue: true}, "))
                .isEqualTo(late)
                .isNotEmpty();
        assertThat(column("uncataloguedList", "kind thing { ... on SourceUnit { code } }", "thing.code"))
                .containsAll(checked("S03"));
    }

    private Set<String> withheld(String verdict) {
        return new TreeSet<>(ask().document(
                        "{ withheldList(first: 500) { nodes { verdict whole resource { code } } } }")
                .execute()
                .path("withheldList.nodes[?(@.verdict == '%s' && @.whole == true)].resource.code".formatted(verdict))
                .entityList(String.class)
                .get());
    }

    private Set<String> column(String field, String selection, String path) {
        return column(field, selection, path, "");
    }

    private Set<String> column(String field, String selection, String path, String arguments) {
        return new TreeSet<>(
                ask().document("{ list: %s(%sfirst: 500) { nodes { %s } } }".formatted(field, arguments, selection))
                        .execute()
                        .path("list.nodes[*]." + path)
                        .entityList(String.class)
                        .get());
    }

    private Set<String> checked(String rule) {
        var found = new TreeSet<String>();
        run("MATCH (check:Check {rule: '" + rule
                        + "'})-[:ABOUT]->(thing) WHERE check.state <> 'MENDED' RETURN thing.code AS code")
                .forEach(row -> found.add((String) row.get("code")));
        return found;
    }

    @Test
    void everySumIsTheSumOfItsParts() {
        lists.find("terms").orElseThrow().each(ListFilter.ALL, row -> {
            var term = (TermMonitor.TermRow) row;
            assertThat(term.inTime() + term.late() + term.running() + term.overdue())
                    .isEqualTo(term.total());
        });
        lists.find("account").orElseThrow().each(ListFilter.ALL, row -> {
            var level = (CatalogueAccount.AccountRow) row;
            assertThat(level.outOfUse() + level.repeats() + level.entries()).isEqualTo(level.filed());
        });
        for (var by : CoverageBy.values()) {
            lists.coverage(by)
                    .all(ListFilter.ALL)
                    .forEach(row -> assertThat(row.designated()
                                    + row.leadCollector()
                                    + row.disputed()
                                    + row.noStatutorySource()
                                    + row.undesignated())
                            .isEqualTo(row.units()));
        }
        assertThat(run("MATCH (n:DataResource) RETURN count(n) AS n").getFirst().get("n"))
                .isEqualTo((long) sum().filed());
    }

    private CatalogueAccount.AccountRow sum() {
        var rows = new ArrayList<CatalogueAccount.AccountRow>();
        lists.find("account").orElseThrow().each(ListFilter.ALL, row -> rows.add((CatalogueAccount.AccountRow) row));
        return rows.getLast();
    }

    /// Counted again from what the API says of every unit, one by one.
    @Test
    void coverageIsWhatCountingByHandGives() {
        var row = lists.coverage(CoverageBy.TOTAL).all(ListFilter.ALL).getLast();
        var states = new ArrayList<String>();
        String after = null;
        var used = used();
        do {
            var answer = ask().document("""
                            query($after: String) { sourceUnits(filter: {scoped: false}, first: 100, after: $after) {
                              pageInfo { hasNextPage endCursor }
                              nodes { code state holders(first: 500) { nodes { asset { code acquisition resource { status } } department { status } } } } } }
                            """).variable("after", after).execute();
            for (var unit :
                    answer.path("sourceUnits.nodes").entityList(Map.class).get()) {
                if (counts(unit) || used.contains(unit.get("code"))) {
                    states.add((String) unit.get("state"));
                }
            }
            after = answer.path("sourceUnits.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? answer.path("sourceUnits.pageInfo.endCursor")
                            .entity(String.class)
                            .get()
                    : null;
        } while (after != null);

        assertThat(row.units()).isEqualTo(states.size());
        assertThat((long) row.noStatutorySource())
                .isEqualTo(states.stream().filter("NO_STATUTORY_SOURCE"::equals).count());
        assertThat((long) row.disputed())
                .isEqualTo(states.stream().filter("DISPUTED"::equals).count());
    }

    private static boolean counts(Map<?, ?> unit) {
        var holders = (List<?>) Objects.requireNonNull(of(unit, "holders").get("nodes"));
        return holders.stream().map(Map.class::cast).anyMatch(holder -> {
            var asset = of(holder, "asset");
            var resource = (Map<?, ?>) asset.get("resource");
            var mode = asset.get("acquisition");
            return ("COLLECTED".equals(mode) || "GENERATED".equals(mode))
                    && (resource == null || !Set.of("已停用", "草稿").contains(String.valueOf(resource.get("status"))))
                    && !Set.of("撤销", "合并")
                            .contains(String.valueOf(of(holder, "department").get("status")));
        });
    }

    private static Map<?, ?> of(Map<?, ?> map, String name) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(name));
    }

    private Set<String> used() {
        var used = new HashSet<String>();
        run("""
                MATCH (d:Department)<-[:GRANTED_TO]-(a:SharingAgreement)-[:OF]->(:DataResource)-[:HAS_FIELD]->()-[:HELD_AS]->(u:SourceUnit)
                WHERE (a.expiresOn IS NULL OR a.expiresOn > date.realtime('Asia/Shanghai')) AND (a.status IS NULL OR a.status = '使用中')
                  AND NOT coalesce(d.status, '在设') IN ['撤销', '合并']
                RETURN DISTINCT u.code AS code
                """).forEach(row -> used.add((String) row.get("code")));
        return used;
    }

    @ParameterizedTest
    @CsvSource({"SS-RSJ", "SS-GAJ", "SS-SJJ", "JQ-SZZX"})
    void everyFigureOfAProfileIsTheTotalOfItsQuestion(String department) {
        var counters = ask().document("""
                        query($department: String!) { departmentProfile(department: $department) { counters { code value drillDown } } }
                        """)
                .variable("department", department)
                .execute()
                .path("departmentProfile.counters")
                .entityList(Map.class)
                .get();

        assertThat(counters).hasSizeGreaterThan(15);
        assertThat(counters.stream().mapToInt(one -> (Integer) one.get("value")).sum())
                .isPositive();
        for (var counter : counters) {
            var total = total(ask().document(String.valueOf(counter.get("drillDown")))
                    .execute()
                    .path("")
                    .entity(Map.class)
                    .get());
            assertThat(total).as("%s", counter.get("code")).isEqualTo(counter.get("value"));
        }
    }

    private static @Nullable Object total(@Nullable Object answer) {
        if (!(answer instanceof Map<?, ?> map)) {
            return null;
        }
        return map.containsKey("totalCount")
                ? map.get("totalCount")
                : map.values().stream().map(FiledListsTests::total).findFirst().orElse(null);
    }

    /// One row by hand: the ledger's, of the registered address.
    @Test
    void aLedgerRowSaysWhoElseCollects() {
        var rows = new ArrayList<SourceLedger.LedgerRow>();
        lists.find("source-ledger")
                .orElseThrow()
                .each(
                        new ListFilter("SS-GAJ", null, null, null, "YL008", null, null, null, null, null),
                        row -> rows.add((SourceLedger.LedgerRow) row));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.collectors()).extracting("code").containsExactly("JQ-SZZX", "SS-CL", "SS-RSJ");
            assertThat(row.findings()).hasSize(1);
            assertThat(row.users()).isEqualTo(4);
        });
    }

    @Test
    void aCoverageRowNamesWhatIsMissing() {
        var rows = lists.coverage(CoverageBy.SUBJECT).all(ListFilter.ALL);

        assertThat(rows).extracting(CoverageRow::name).contains("自然人", "法人", "合计");
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.missing()).hasSize(row.units() - row.designated() - row.leadCollector()));
    }
}
