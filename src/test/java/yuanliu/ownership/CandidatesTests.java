package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;

/// Two bureaus that collect the same, and nothing else is known of them; then of the second one thing more.
class CandidatesTests extends GivenGraph {

    @Autowired
    private StaleUnits staleUnits;

    @BeforeEach
    void twoThatAreAlike() {
        given("""
                CREATE (province:Region {code: '990000', key: '990000', name: '示例省'}),
                  (city:Region {code: '990100', key: '990100', name: '示例市'})-[:PART_OF]->(province),
                  (county:Region {code: '990101', key: '990101', name: '示例县'})-[:PART_OF]->(city),
                  (other:Region {code: '990200', key: '990200', name: '别市'})-[:PART_OF]->(province),
                  (a:Department {code: 'A', key: 'A', name: '甲局'})-[:LOCATED_IN]->(city),
                  (b:Department {code: 'B', key: 'B', name: '乙局'})-[:LOCATED_IN]->(city),
                  (e:DataElement {code: 'HYZK', key: 'HYZK', name: '婚姻状况代码', synonyms: [], subject: '自然人'})
                WITH *
                UNWIND [['RA', a], ['RB', b]] AS row
                WITH e, row[0] AS code, row[1] AS provider
                CREATE (r:DataResource {code: code, key: code, name: code})-[:PROVIDED_BY]->(provider),
                  (r)-[:HAS_FIELD]->(:DataField {code: code + '#项', key: code + '#项', name: '项', ownerKey: code, acquisition: '采集', stale: true})
                    -[:REPRESENTS]->(e)
                """);
        staleUnits.refresh();
    }

    @Test
    void whoIsAlikeIsListedByCode() {
        assertThat(departments()).containsExactly("A", "B");
        assertThat(score("A")).isEqualTo(0.15);
        assertThat(score("B")).isEqualTo(0.15);
        assertThat(reasons("B")).containsExactly("该数据由其采集(“RB.项”)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATCH (f:DataField {key: 'RB#项'}) SET f.acquisition = '产生' | 0.3 | 该数据由其履职产生(“RB.项”)",
                "MATCH (d:Department {key: 'B'}) SET d.name = '示例市民政局' | 0.35 | 人口库的贡献计划由其条线提供该数据",
                "MATCH (d:Department {key: 'B'}) SET d.shortName = '市民政局' | 0.35 | 人口库的贡献计划由其条线提供该数据",
                "MATCH (r:DataResource {key: 'RB'}) SET r.class = '基础', r.library = '人口库' | 0.2 | 所在数据资源为人口库的基础类资源",
                "MATCH (r:DataResource {key: 'RB'}) SET r.class = '基础' | 0.2 | 所在数据资源为基础类",
                "MATCH (r:DataResource {key: 'RB'}) SET r.sharing = '有条件共享' | 0.2 | 所在数据资源有条件共享",
                "MATCH (r:DataResource {key: 'RB'}) SET r.cycle = '每日' | 0.18 | 每日更新",
                "MATCH (r:DataResource {key: 'RB'}) SET r.updated = date('2026-03-01') | 0.17 | 最近更新于2026-03-01,没有比它更新的",
                "MATCH (r:DataResource {key: 'RB'}), (u:Department {key: 'A'}) CREATE (g:SharingAgreement {key: 'g', code: 'g'})-[:OF]->(r), (g)-[:GRANTED_TO]->(u) | 0.183 | 所在数据资源有1项共享正在使用",
                "MATCH (b:DataField {key: 'RB#项'}), (a:DataField {key: 'RA#项'}) CREATE (a)-[:DERIVED_FROM {edge: 'x'}]->(b) | 0.35 | 其他部门持有的1个信息项中有1个源自它(100%)",
                "MATCH (b:Department {key: 'B'}) CREATE (d:Designation {code: 'D', key: 'D', elementKey: 'HYZK', ground: '法定', document: '《条例》', clause: '第三条', validTo: date('2024-01-01')})-[:NAMES]->(b) | 0.35 | 依《条例》第三条法定认定其为数源(已于2024-01-01失效)",
                "MATCH (b:Department {key: 'B'}) CREATE (d:Designation {code: 'D', key: 'D', elementKey: 'HYZK', ground: '法定', document: '《条例》', regionKey: '990101', regionRef: '990101'})-[:NAMES]->(b) | 0.35 | 依《条例》法定认定其为数源(适用范围为示例县)",
                "MATCH (b:Department {key: 'B'}) CREATE (t:Department {key: 'T', code: 'T', name: '厅'}), (b)-[:GUIDED_BY]->(t), (d:Designation {code: 'D', key: 'D', elementKey: 'HYZK', ground: '法定', document: '《条例》', state: '争议中'})-[:NAMES]->(t) | 0.35 | 依《条例》法定认定同一条线的厅为数源",
            })
    void whatSpeaksForOneBringsItForward(String more, double score, String reason) {
        given(more);
        staleUnits.refresh();

        assertThat(departments()).containsExactly("B", "A");
        assertThat(score("B")).isEqualTo(score);
        assertThat(reasons("B")).contains(reason);
        assertThat(reasons("A")).containsExactly("该数据由其采集(“RA.项”)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATCH (r:DataResource {key: 'RB'}) SET r.sharing = '不予共享'",
                "MATCH (r:DataResource {key: 'RB'}) SET r.cycle = '每年', r.class = '部门'",
                "MATCH (d:Department {key: 'B'}) SET d.name = '示例市公安局'",
                "MATCH (b:DataField {key: 'RB#项'}), (a:DataField {key: 'RA#项'}) CREATE (a)-[:DERIVED_FROM {edge: 'x', validTo: date('2024-01-01')}]->(b)",
                "MATCH (b:Department {key: 'B'}) CREATE (d:Designation {code: 'D', key: 'D', elementKey: 'HYZK', ground: '暂定', validTo: date('2024-01-01')})-[:NAMES]->(b)",
                "MATCH (b:Department {key: 'B'}) CREATE (d:Designation {code: 'D', key: 'D', elementKey: 'HYZK', ground: '法定', qualifier: '配偶'})-[:NAMES]->(b)",
                "MATCH (r:DataResource {key: 'RB'}), (u:Department {key: 'A'}) CREATE (g:SharingAgreement {key: 'g', code: 'g', status: '已撤销'})-[:OF]->(r), (g)-[:GRANTED_TO]->(u)",
            })
    void whatLooksAlikeDoesNot(String more) {
        given(more);
        staleUnits.refresh();

        assertThat(departments()).containsExactly("A", "B");
        assertThat(score("B")).isEqualTo(0.15);
    }

    @Test
    void lineageIsFollowedByWhateverWayAndNotByOneStep() {
        given("""
                MATCH (e:DataElement {key: 'HYZK'}), (b:DataField {key: 'RB#项'}), (a:DataField {key: 'RA#项'})
                CREATE (c:Department {code: 'C', key: 'C', name: '丙局'}),
                  (r:DataResource {code: 'RC', key: 'RC', name: 'RC'})-[:PROVIDED_BY]->(c),
                  (r)-[:HAS_FIELD]->(f:DataField {code: 'RC#项', key: 'RC#项', name: '项', ownerKey: 'RC', acquisition: '共享获取', stale: true})-[:REPRESENTS]->(e),
                  (f)-[:DERIVED_FROM {edge: 'x'}]->(:DataField {code: 'M', key: 'M', name: '中间'})-[:DERIVED_FROM {edge: 'y'}]->(b)
                """);
        staleUnits.refresh();

        assertThat(departments()).containsExactly("B", "A");
        assertThat(reasons("B")).contains("其他部门持有的2个信息项中有1个源自它(50%)");
        assertThat(score("B")).isEqualTo(0.25);
    }

    @Test
    void aLineCoversTheRegionsOfItsOrgansAndWhatLiesInThem() {
        given("""
                MATCH (e:DataElement {key: 'HYZK'}), (b:Department {key: 'B'}), (county:Region {key: '990101'}), (other:Region {key: '990200'})
                CREATE (top:Department {code: 'T', key: 'T', name: '厅'}), (b)-[:GUIDED_BY]->(top),
                  (c:Department {code: 'C', key: 'C', name: '别市乙局'})-[:LOCATED_IN]->(other), (c)-[:GUIDED_BY]->(top),
                  (x:Department {code: 'X', key: 'X', name: '县丙局'})-[:LOCATED_IN]->(county)
                WITH *
                UNWIND [['RC', c, '采集'], ['RX', x, '共享获取']] AS row
                WITH e, row[0] AS code, row[1] AS provider, row[2] AS mode
                CREATE (r:DataResource {code: code, key: code, name: code})-[:PROVIDED_BY]->(provider),
                  (r)-[:HAS_FIELD]->(:DataField {code: code + '#项', key: code + '#项', name: '项', ownerKey: code, acquisition: mode, stale: true})
                    -[:REPRESENTS]->(e)
                """);
        staleUnits.refresh();

        assertThat(departments()).containsExactly("B", "C", "A");
        assertThat(reasons("B")).contains("持有该数据的3个区划中,其条线覆盖3个(100%)");
        assertThat(reasons("A")).contains("持有该数据的3个区划中,其条线覆盖2个(67%)");
    }

    @Test
    void whatWasUpdatedEarlierIsMeasuredAgainstTheLatest() {
        given("MATCH (a:DataResource {key: 'RA'}), (b:DataResource {key: 'RB'}) "
                + "SET a.updated = date('2020-01-01'), b.updated = date('2020-06-01')");

        assertThat(departments()).containsExactly("B", "A");
        assertThat(reasons("A")).contains("最近更新于2020-01-01,比最新的晚152天");
    }

    @Test
    void whereEverybodyHoldsItLineageIsLeftOutAndThatIsSaid() {
        given("""
                MATCH (unit:SourceUnit {key: 'HYZK/自然人'}), (r:DataResource {key: 'RA'}), (b:DataField {key: 'RB#项'})
                UNWIND range(1, 5000) AS i
                CREATE (r)-[:HAS_FIELD]->(f:DataField {code: 'F' + i, key: 'F' + i, name: 'f', acquisition: '共享获取'})-[:HELD_AS]->(unit),
                  (f)-[:DERIVED_FROM {edge: 'x' + i}]->(b)
                """);

        assertThat(departments()).containsExactly("A", "B");
        assertThat(reasons("B")).containsExactly("该数据由其采集(“RB.项”)", "持有该数据的信息项多于5000个,未计血缘与覆盖");
    }

    @Test
    void theDataAuthorityIsDampedHoweverMuchFlowsFromIt() {
        given("""
                MATCH (b:DataField {key: 'RB#项'}), (a:DataField {key: 'RA#项'}), (d:Department {key: 'B'})
                SET d.dataAuthority = true, b.acquisition = '产生'
                CREATE (a)-[:DERIVED_FROM {edge: 'x'}]->(b)
                """);

        assertThat(departments()).containsExactly("A", "B");
        assertThat(score("B")).isEqualTo(0.1);
        assertThat(reasons("B")).containsExactly("数据主管部门只归集,一般不作数源", "该数据由其履职产生(“RB.项”)", "其他部门持有的1个信息项中有1个源自它(100%)");
    }

    @Test
    void reasonsStandByWeight() {
        given("""
                MATCH (d:Department {key: 'B'}), (r:DataResource {key: 'RB'}), (f:DataField {key: 'RB#项'})
                SET d.name = '示例市民政局', r.sharing = '无条件共享', r.cycle = '实时', f.acquisition = '产生'
                """);

        assertThat(reasons("B")).containsExactly("该数据由其履职产生(“RB.项”)", "人口库的贡献计划由其条线提供该数据", "所在数据资源无条件共享", "实时更新");
        assertThat(score("B")).isEqualTo(0.58);
    }

    private List<String> departments() {
        return api.document("{ sourceUnit(element: \"HYZK\") { candidates { department { code } } } }")
                .execute()
                .path("sourceUnit.candidates[*].department.code")
                .entityList(String.class)
                .get();
    }

    private double score(String department) {
        return api.document("{ sourceUnit(element: \"HYZK\") { candidates { department { code } score } } }")
                .execute()
                .path("sourceUnit.candidates[?(@.department.code == '%s')].score".formatted(department))
                .entityList(Double.class)
                .get()
                .getFirst();
    }

    private List<String> reasons(String department) {
        return api.document("{ sourceUnit(element: \"HYZK\") { candidates { department { code } reasons } } }")
                .execute()
                .path("sourceUnit.candidates[?(@.department.code == '%s')].reasons[*]".formatted(department))
                .entityList(String.class)
                .get();
    }
}
