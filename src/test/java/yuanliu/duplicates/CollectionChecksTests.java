package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.ownership.StaleUnits;

/// Who asks before collecting is sent to who can help in that place.
class CollectionChecksTests extends GivenGraph {

    @Autowired
    private StaleUnits staleUnits;

    @Autowired
    private CollectionChecks checks;

    /// The ministry is the source and keeps nothing itself; bureaus of two cities and of a district keep it.
    @BeforeEach
    void keptInPlaces() {
        given("""
                CREATE (nation:Region {code: '100000', key: '100000', name: '全国'}),
                  (one:Region {code: '990100', key: '990100', name: '甲市'})-[:PART_OF]->(nation),
                  (two:Region {code: '990200', key: '990200', name: '乙市'})-[:PART_OF]->(nation),
                  (part:Region {code: '990201', key: '990201', name: '乙市东区'})-[:PART_OF]->(two),
                  (e:DataElement {code: 'JT', key: 'JT', name: '家庭人均收入', subject: '自然人'}),
                  (head:Department {code: 'MZB', key: 'MZB', name: '民政部', status: '在设'})-[:LOCATED_IN]->(nation),
                  (a:Department {code: 'JY1', key: 'JY1', name: '甲市教育局', status: '在设'})-[:LOCATED_IN]->(one),
                  (b:Department {code: 'WJ2', key: 'WJ2', name: '乙市卫生健康委员会', status: '在设'})-[:LOCATED_IN]->(two),
                  (c:Department {code: 'JY3', key: 'JY3', name: '乙市东区教育局', status: '在设'})-[:LOCATED_IN]->(part),
                  (d:Designation {code: 'D', key: 'D', elementKey: 'JT', state: '已认定', departmentKey: 'MZB'})-[:NAMES]->(head)
                """);
        kept("R1", "JY1", "采集");
        kept("R2", "WJ2", "采集");
        staleUnits.refresh();
    }

    private void kept(String resource, String department, String acquisition) {
        given("""
                MATCH (d:Department {key: $department}), (e:DataElement {key: 'JT'})
                CREATE (r:DataResource {code: $resource, key: $resource, name: d.name + '家庭情况', sharing: '有条件共享', status: '已发布'})-[:PROVIDED_BY]->(d),
                  (r)-[:HAS_FIELD]->(:DataField {code: $resource + '#家庭人均收入', key: $resource + '#家庭人均收入', name: '家庭人均收入', ownerKey: $resource,
                    acquisition: $acquisition, stale: true})-[:REPRESENTS]->(e)
                """, java.util.Map.of("resource", resource, "department", department, "acquisition", acquisition));
        staleUnits.refresh();
    }

    @Test
    void whoIsInOnePlaceIsSentToWhoKeepsItThereAndNotToTheFirstOfAll() {
        assertThat(asked("JY3")).isEqualTo("OBTAINABLE R2#家庭人均收入 数源不能直接共享,乙市卫生健康委员会的“乙市卫生健康委员会家庭情况”可以");
    }

    @Test
    void whoHasNobodyNearByMayCollect() {
        given("MATCH (r:DataResource {key: 'R2'}) SET r.sharing = '不予共享'");

        assertThat(asked("JY3")).startsWith("NEW null");
    }

    @Test
    void whatIsKeptFurtherInHelpsToo() {
        given("MATCH (:DataResource {key: 'R2'})-[p:PROVIDED_BY]->() DELETE p");
        kept("R3", "JY3", "采集");

        assertThat(asked("WJ2")).startsWith("OBTAINABLE R3#家庭人均收入");
    }

    @Test
    void whoSaysNoPlaceIsSentToTheFirstOfAll() {
        var verdict = check(new CollectionPlan("调查表", null, null, List.of(field())));

        assertThat(verdict).startsWith("OBTAINABLE R1#家庭人均收入");
    }

    @Test
    void theOrganOfALineThatIsTheSourceIsTheSourceInItsPlace() {
        given("""
                MATCH (head:Department {key: 'MZB'}), (two:Region {key: '990200'}), (part:Region {key: '990201'}), (d:Designation {key: 'D'})
                SET d.`x_条线` = '是'
                CREATE (city:Department {code: 'MZ2', key: 'MZ2', name: '乙市民政局', status: '在设'})-[:LOCATED_IN]->(two),
                  (district:Department {code: 'MZ3', key: 'MZ3', name: '乙市东区民政局', status: '在设'})-[:LOCATED_IN]->(part),
                  (city)-[:GUIDED_BY]->(head), (district)-[:GUIDED_BY]->(city)
                """);
        kept("Z1", "MZ2", "采集");

        assertThat(asked("JY3")).isEqualTo("OBTAINABLE Z1#家庭人均收入 数源是民政部的条线,在本地是乙市民政局,“乙市民政局家庭情况”可以共享");

        kept("Z2", "MZ3", "采集");

        assertThat(asked("JY3")).as("the nearest").startsWith("OBTAINABLE Z2#家庭人均收入");

        given("MATCH (f:DataField {key: 'Z2#家庭人均收入'}) SET f.acquisition = '共享获取'");

        assertThat(asked("JY3")).as("who has it from elsewhere is no source").startsWith("OBTAINABLE Z1#家庭人均收入");
    }

    private String asked(String department) {
        return check(new CollectionPlan("调查表", department, null, List.of(field())));
    }

    private String check(CollectionPlan plan) {
        var verdict = checks.check(plan).fields().getFirst();
        var source = verdict.source();
        return "%s %s %s"
                .formatted(
                        verdict.verdict(),
                        source == null ? null : source.asset().code(),
                        verdict.signals().getLast().sentence());
    }

    private static CollectionPlan.PlannedField field() {
        return new CollectionPlan.PlannedField("家庭人均收入", null, null, null, null, null);
    }
}
