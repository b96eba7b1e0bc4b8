package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;
import yuanliu.StatementsSent;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;

/// What must be found in the demonstration city, and nothing beside it: `src/docs/demo-city.md` says why.
class CityFindingsTests extends AgainstNeo4j {

    private static final String RETURNED_OF_FIELDS = "id(field) AS node";
    private static final String ROWS = "(user:DataField)-[derived:DERIVED_FROM]->(source:DataField)";

    @Autowired
    private ExampleCity city;

    @Autowired
    private Detections detections;

    @Autowired
    private Memory memory;

    @Override
    protected void fill() {
        city.file();
    }

    private Map<String, TreeSet<String>> unitsByKind() {
        var found = new TreeMap<String, TreeSet<String>>();
        run("""
            MATCH (finding:DuplicateFinding {present: true})
            RETURN finding.kind AS kind, coalesce(finding.unitKey, finding.within) AS what, finding.band AS band
            """)
                .forEach(row -> found.computeIfAbsent((String) row.get("kind"), kind -> new TreeSet<>())
                        .add(row.get("what") + " " + row.get("band")));
        return found;
    }

    private List<String> accused(String kind, String unit) {
        return run("""
            MATCH (finding:DuplicateFinding {kind: '%s', unitKey: '%s', present: true})-[involves:INVOLVES]->(party)
            WHERE involves.role IN ['COLLECTOR', 'COPY']
            RETURN party.code AS code ORDER BY code
            """.formatted(kind, unit)).stream()
                .map(row -> (String) row.get("code"))
                .toList();
    }

    @Test
    void thirteenUnitsAreCollectedBesideTheirSources() {
        assertThat(unitsByKind().get("CROSS_DEPARTMENT"))
                .containsExactlyInAnyOrder(
                        "YL003/自然人 CONFIRMED",
                        "YL004/自然人 CONFIRMED",
                        "YL005/自然人 CONFIRMED",
                        "YL008/自然人 CONFIRMED",
                        "YL009/自然人 CONFIRMED",
                        "YL010/自然人 CONFIRMED",
                        "YL018/自然人 CONFIRMED",
                        "YL031/自然人 CONFIRMED",
                        "YL042/自然人 CONFIRMED",
                        "YL047/自然人 CONFIRMED",
                        "YL053/自然人 CONFIRMED",
                        "YL061/自然人 CONFIRMED",
                        "YL063/自然人 CONFIRMED");
        assertThat(accused("CROSS_DEPARTMENT", "YL008/自然人"))
                .containsExactly("BD-JQ-RKCJ#户籍地址", "BD-SS-CJR#户籍地址", "BD-SS-JYDJ#户籍地址");
    }

    @Test
    void whatNobodyIsTheSourceOfIsTheAuthoritysDuty() {
        assertThat(unitsByKind().get("UNDESIGNATED_SOURCE"))
                .containsExactlyInAnyOrder(
                        "YL016/自然人 MEDIUM",
                        "YL023/自然人 HIGH",
                        "YL077/自然人 MEDIUM",
                        "YL109/法人 CONFIRMED",
                        "YL110/法人 CONFIRMED");
        assertThat(accused("UNDESIGNATED_SOURCE", "YL109/法人"))
                .containsExactly("R-SS-JBDW#行业代码", "R-SS-NSR#行业代码", "R-SS-QYDJ#行业代码");
        assertThat(accused("UNDESIGNATED_SOURCE", "YL077/自然人")).hasSize(9);
    }

    @Test
    void theOtherKindsAreFoundWhereTheyWerePlanted() {
        var found = unitsByKind();

        assertThat(found.get("WITHIN_DEPARTMENT")).containsExactly("YL071/自然人 CONFIRMED");
        assertThat(found.get("BETWEEN_LEVELS"))
                .containsExactlyInAnyOrder(
                        "YL065/自然人 CONFIRMED", "YL066/自然人 CONFIRMED", "YL067/自然人 CONFIRMED", "YL069/自然人 CONFIRMED");
        assertThat(found.get("FORMS")).containsExactly("YL110/法人 CONFIRMED");
        assertThat(found.get("COPY_FILED_AS_SOURCE"))
                .containsExactlyInAnyOrder(
                        "YL098/法人 CONFIRMED",
                        "YL099/法人 CONFIRMED",
                        "YL101/法人 CONFIRMED",
                        "YL105/法人 CONFIRMED",
                        "YL106/法人 CONFIRMED",
                        "YL108/法人 CONFIRMED");
        assertThat(found.get("CATALOGUE_ENTRY")).containsExactly("R-SS-QYXY1 CONFIRMED");
        assertThat(found.get("LIBRARY")).containsExactly("R-SS-FRK HIGH");
    }

    @Test
    void aSecondRunChangesNothingButTheTime() {
        var before = findings();

        var run = detections.run(DetectionRun.Trigger.DEMAND);

        var now = findings();
        now.stream().filter(one -> !before.contains(one)).forEach(one -> System.out.println("NEW " + one));
        before.stream().filter(one -> !now.contains(one)).forEach(one -> System.out.println("OLD " + one));
        assertThat(run.state()).isEqualTo(DetectionRun.State.FINISHED);
        assertThat(run.added()).isZero();
        assertThat(run.gone()).isZero();
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    void fromTheLineageInMemoryTheSameIsFound() throws Exception {
        var before = findings();
        LookedAt.now(memory);
        try {
            var sent = StatementsSent.during(() -> detections.run(DetectionRun.Trigger.DEMAND));

            assertThat(sent).anyMatch(one -> one.contains(RETURNED_OF_FIELDS)).noneMatch(one -> one.contains(ROWS));
            assertThat(findings()).isEqualTo(before);
        } finally {
            LookedAt.noMore(memory);
        }
        assertThat(StatementsSent.during(() -> detections.run(DetectionRun.Trigger.DEMAND)))
                .anyMatch(one -> one.contains(ROWS));
    }

    private List<Map<String, Object>> findings() {
        return run("""
            MATCH (finding:DuplicateFinding)
            RETURN finding {.*, lastSeen: null} AS finding,
              COLLECT { MATCH (finding)-[involves:INVOLVES]->(party) RETURN [involves.place, involves.role, involves.confidence, party.code] ORDER BY involves.place } AS parties,
              COLLECT { MATCH (finding)-[:ABOUT]->(unit) RETURN unit.key } AS units
            ORDER BY finding.code""");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theNewSystemsPlanOverlapsWhatIsThereBySeventyTwoPercent() throws IOException {
        var fields = new ArrayList<Map<String, Object>>();
        try (var rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/main/resources/demo-city/plans/K20-智慧社区平台.csv"))) {
            rows.forEach(row -> {
                var field = new HashMap<String, Object>();
                field.put("name", row.getField("名称"));
                Map.of(
                                "element",
                                "数据元编码",
                                "subject",
                                "主体类",
                                "qualifier",
                                "限定词",
                                "physicalName",
                                "字段名",
                                "dataType",
                                "数据类型")
                        .forEach((name, column) -> {
                            if (!row.getField(column).isEmpty()) {
                                field.put(name, row.getField(column));
                            }
                        });
                fields.add(field);
            });
        }

        var answer = ask().document("""
                        query ($plan: CollectionPlan!) {
                          checkCollection(plan: $plan) { coverage fields { name verdict advice source { asset { code } } } }
                        }
                        """)
                .variable("plan", Map.of("name", "智慧社区平台", "department", "JQ-SZZX", "fields", fields))
                .execute();

        assertThat(answer.path("checkCollection.coverage").entity(Double.class).get())
                .isEqualTo(0.72);
        var verdicts = new TreeMap<String, List<String>>();
        for (var one :
                answer.path("checkCollection.fields").entityList(Map.class).get()) {
            verdicts.computeIfAbsent((String) one.get("verdict"), verdict -> new ArrayList<>())
                    .add((String) one.get("name"));
        }
        assertThat(verdicts.get("HELD")).containsExactly("姓名", "身份证号", "网格编码");
        assertThat(verdicts.get("DERIVABLE")).containsExactly("年龄");
        assertThat(verdicts.get("OBTAINABLE")).hasSize(14);
        assertThat(verdicts.get("NEW")).hasSize(7);
    }
}
