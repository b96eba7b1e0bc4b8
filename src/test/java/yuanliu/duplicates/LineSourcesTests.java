package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.ownership.StaleUnits;

/// A whole line is the source: who is of it collects as the source, who is not collects beside it.
class LineSourcesTests extends GivenGraph {

    @Autowired
    private StaleUnits staleUnits;

    @Autowired
    private Detections detections;

    @BeforeEach
    void aLineThatIsTheSource() {
        given("""
                CREATE (nation:Region {code: '100000', key: '100000', name: '全国'}),
                  (one:Region {code: '990100', key: '990100', name: '甲市'})-[:PART_OF]->(nation),
                  (two:Region {code: '990200', key: '990200', name: '乙市'})-[:PART_OF]->(nation),
                  (head:Department {code: 'GAB', key: 'GAB', name: '公安部', status: '在设'})-[:LOCATED_IN]->(nation),
                  (a:Department {code: 'GA1', key: 'GA1', name: '甲市公安局', status: '在设'})-[:LOCATED_IN]->(one),
                  (b:Department {code: 'GA2', key: 'GA2', name: '乙市公安局', status: '在设'})-[:LOCATED_IN]->(two),
                  (c:Department {code: 'MZ2', key: 'MZ2', name: '乙市民政局', status: '在设'})-[:LOCATED_IN]->(two),
                  (a)-[:GUIDED_BY]->(head), (b)-[:GUIDED_BY]->(head),
                  (e:DataElement {code: 'HJ', key: 'HJ', name: '户籍地址', subject: '自然人'}),
                  (d:Designation {code: 'D', key: 'D', elementKey: 'HJ', state: '已认定', departmentKey: 'GAB', `x_条线`: '是'})-[:NAMES]->(head)
                WITH *
                UNWIND [['R1', a], ['R2', b]] AS row
                WITH e, row, row[1] AS organ
                CREATE (r:DataResource {code: row[0], key: row[0], name: organ.name + '户籍表', sharing: '有条件共享', status: '已发布'})-[:PROVIDED_BY]->(organ),
                  (r)-[:HAS_FIELD]->(:DataField {code: row[0] + '#户籍地址', key: row[0] + '#户籍地址', name: '户籍地址', ownerKey: row[0],
                    acquisition: '采集', stale: true})-[:REPRESENTS]->(e)
                """);
    }

    @Test
    void twoOrgansOfTheLineThatCollectAreBothTheSource() {
        assertThat(found()).isEmpty();
    }

    @Test
    void whoIsNotOfTheLineCollectsBesideTheSourceAndIsSentToItsOrganThere() {
        given("""
                MATCH (c:Department {key: 'MZ2'}), (e:DataElement {key: 'HJ'})
                CREATE (r:DataResource {code: 'R3', key: 'R3', name: '救助表', sharing: '有条件共享', status: '已发布'})-[:PROVIDED_BY]->(c),
                  (r)-[:HAS_FIELD]->(:DataField {code: 'R3#户籍地址', key: 'R3#户籍地址', name: '户籍地址', ownerKey: 'R3', acquisition: '采集', stale: true})
                    -[:REPRESENTS]->(e)
                """);

        assertThat(found()).containsExactly("CROSS_DEPARTMENT COLLECTOR R3#户籍地址", "CROSS_DEPARTMENT SOURCE R2#户籍地址");
    }

    private List<String> found() {
        staleUnits.refresh();
        detections.run(DetectionRun.Trigger.DEMAND);
        return List.copyOf(graph.query("""
                        MATCH (f:DuplicateFinding)-[involves:INVOLVES]->(field:DataField)
                        RETURN f.kind + ' ' + involves.role + ' ' + field.code AS party
                        ORDER BY party
                        """)
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("party").asString())
                .all());
    }
}
