package yuanliu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;

/// What must come out of the demonstration city, and nothing beside it: `src/docs/demo-city.md` says why. What depends
/// on today's date (C11, R27C) is not listed.
class CityChecksTests extends AgainstNeo4j {

    @Autowired
    private ExampleCity city;

    @Autowired
    private CheckRuns runs;

    @Override
    protected void fill() {
        city.file();
    }

    @Override
    protected String graph() {
        return ExampleCity.GRAPH;
    }

    @ParameterizedTest
    @CsvSource({
        "S01, YL016/自然人 YL023/自然人 YL077/自然人 YL109/法人 YL110/法人",
        "S02, YL023/自然人",
        "S03, YL078/自然人 YL082/自然人 YL088/自然人",
        "S04, YL056/自然人 YL057/自然人",
        "S07, YL098/法人 YL099/法人 YL101/法人 YL105/法人 YL106/法人 YL108/法人",
        "S08, ''",
        "S09, ''",
        "S10, YL139/法人 YL140/法人 YL183/项目",
        "S11, YL046/自然人 YL108/法人",
        "S12, YL026/自然人 YL059/自然人",
        "R13, ''",
        "R14, R-SS-GJJ",
        "R15A, R-SS-CSYX",
        "R15B, R-SS-CSYX",
        "R15C, R-SS-CSRK",
        "R16, ''",
        "R17, R-SS-HYDJ",
        "R18, R-SS-GJQY R-SS-ZGZS",
        "R19, YL003/自然人 YL004/自然人 YL005/自然人 YL008/自然人 YL009/自然人 YL010/自然人 YL018/自然人 YL031/自然人 YL042/自然人 YL047/自然人 YL053/自然人 YL061/自然人 YL063/自然人",
        "R21A, ''",
        "R22, ''",
        "R24, XT-GJ-DB",
        "R25, GX-0026",
        "R27A, GX-0047",
        "R31, ''",
        "R32, GX-0042",
        "C10, ''"
    })
    void everyPlantedCaseIsFoundAndNothingBesideIt(String rule, String things) {
        var expected = new TreeSet<>(things.isEmpty() ? List.of() : List.of(things.split(" ")));

        assertThat(found(rule)).isEqualTo(expected);
    }

    private TreeSet<String> found(String rule) {
        var found = new TreeSet<String>();
        run("MATCH (check:Check {rule: '" + rule + "', state: 'OPEN'})-[:ABOUT]->(thing) RETURN thing.code AS code")
                .forEach(row -> found.add((String) row.get("code")));
        return found;
    }

    @Test
    void everyCheckSaysWhatIsWrongAndOnWhatItRests() {
        assertThat(run("""
                MATCH (check:Check)
                WHERE check.sentence = '' OR check.evidence = '[]' OR NOT EXISTS { (check)-[:ABOUT]->() }
                   OR check.sentence CONTAINS 'null' OR check.evidence CONTAINS 'null起'
                RETURN check.code AS code
                """)).isEmpty();
        assertThat(run("""
                MATCH (check:Check)
                WHERE NOT EXISTS { (check)-[:ANSWERED_FOR_BY]->() } AND check.rule <> 'S13'
                RETURN check.rule + ' ' + check.name AS code
                """)).isEmpty();
    }

    @Test
    void aSecondRunChangesNothing() {
        var before = snapshot();

        var run = runs.run(CheckRun.Trigger.DEMAND);

        assertThat(run.state()).isEqualTo(CheckRun.State.FINISHED);
        assertThat(run.added() + run.recurred() + run.mended()).isZero();
        assertThat(snapshot()).isEqualTo(before);
    }

    private List<Map<String, Object>> snapshot() {
        return run("""
            MATCH (check:Check)
            RETURN properties(check) AS check, COUNT { (check)-[:HAS_STEP]->() } AS steps,
              COLLECT { MATCH (check)-[way:ABOUT|ANSWERED_FOR_BY]->(thing) RETURN elementId(way) + thing.key ORDER BY thing.key } AS ways
            ORDER BY check.code""");
    }
}
