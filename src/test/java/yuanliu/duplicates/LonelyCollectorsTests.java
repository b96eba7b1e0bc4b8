package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.catalog.EntityRef;
import yuanliu.ownership.StaleUnits;

/// Who collects where nobody else does is told so, though others elsewhere are told of a duplicate over the same unit.
class LonelyCollectorsTests extends GivenGraph {

    @Autowired
    private StaleUnits staleUnits;

    @Autowired
    private Detections detections;

    @Autowired
    private Explanations explanations;

    @BeforeEach
    void threeCollectorsInTwoCities() {
        given("""
                CREATE (nation:Region {code: '100000', key: '100000', name: '全国'}),
                  (one:Region {code: '990100', key: '990100', name: '甲市'})-[:PART_OF]->(nation),
                  (two:Region {code: '990200', key: '990200', name: '乙市'})-[:PART_OF]->(nation),
                  (a:Department {code: 'MZ1', key: 'MZ1', name: '甲市民政局', status: '在设'})-[:LOCATED_IN]->(one),
                  (b:Department {code: 'JY1', key: 'JY1', name: '甲市教育局', status: '在设'})-[:LOCATED_IN]->(one),
                  (c:Department {code: 'WJ2', key: 'WJ2', name: '乙市卫生健康委员会', status: '在设'})-[:LOCATED_IN]->(two),
                  (e:DataElement {code: 'JT', key: 'JT', name: '家庭人均收入', subject: '自然人'})
                WITH e, [['R1', a], ['R2', b], ['R3', c]] AS rows
                UNWIND rows AS row
                WITH e, row, row[1] AS organ
                CREATE (r:DataResource {code: row[0], key: row[0], name: organ.name + '家庭情况', sharing: '有条件共享', status: '已发布'})-[:PROVIDED_BY]->(organ),
                  (r)-[:HAS_FIELD]->(:DataField {code: row[0] + '#家庭人均收入', key: row[0] + '#家庭人均收入', name: '家庭人均收入', ownerKey: row[0],
                    acquisition: '采集', stale: true})-[:REPRESENTS]->(e)
                """);
        detect();
    }

    private void detect() {
        staleUnits.refresh();
        detections.run(DetectionRun.Trigger.DEMAND);
    }

    @Test
    void whoMeetsAnotherIsToldOfTheFinding() {
        var told = whyNot("R1#家庭人均收入");

        assertThat(told.reasons()).isEmpty();
        assertThat(told.findings()).hasSize(1);
    }

    @Test
    void whoMeetsNobodyIsToldWhy() {
        var told = whyNot("R3#家庭人均收入");

        assertThat(told.findings()).isEmpty();
        assertThat(told.reasons())
                .extracting(reason -> reason.gate() + " " + reason.sentence())
                .containsExactly("TERRITORY “乙市卫生健康委员会家庭情况.家庭人均收入”：与其他采集者的地域不重叠");
    }

    @Test
    void whoMeetsOnlyWhatDoesNotSayHowItIsComeByIsToldWhy() {
        given("""
                MATCH (two:Region {key: '990200'}), (e:DataElement {key: 'JT'})
                CREATE (d:Department {code: 'RS2', key: 'RS2', name: '乙市人力资源和社会保障局', status: '在设'})-[:LOCATED_IN]->(two),
                  (r:DataResource {code: 'R4', key: 'R4', name: '救助对象', sharing: '有条件共享', status: '已发布'})-[:PROVIDED_BY]->(d),
                  (r)-[:HAS_FIELD]->(:DataField {code: 'R4#家庭人均收入', key: 'R4#家庭人均收入', name: '家庭人均收入', ownerKey: 'R4', stale: true})
                    -[:REPRESENTS]->(e)
                """);
        detect();

        var told = whyNot("R3#家庭人均收入");

        assertThat(told.findings()).isEmpty();
        assertThat(told.reasons())
                .extracting(reason -> reason.gate() + " " + reason.sentence())
                .containsExactly("UNSURE “乙市卫生健康委员会家庭情况.家庭人均收入”：与它地域重叠的，或没有写明获取方式，或单凭名称相近，不足以判定");
    }

    private Explanations.Explained whyNot(String field) {
        return explanations
                .whyNot(List.of(new EntityRef(null, null, null, null, field, null, null)))
                .assets()
                .getFirst();
    }
}
