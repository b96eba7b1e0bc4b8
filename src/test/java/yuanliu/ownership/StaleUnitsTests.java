package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;

class StaleUnitsTests extends GivenGraph {

    @Autowired
    StaleUnits staleUnits;

    @Test
    void aStaleFieldIsHeldAsItsUnitAndStaleNoMore() {
        given("""
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '姓名', subject: '自然人'}),
                  (:DataField {code: 'F1', key: 'F1', name: 'a', stale: true, qualifier: '法人代表'})-[:REPRESENTS]->(e)
                """);

        assertThat(staleUnits.refresh()).isEqualTo(1);

        assertThat(holdings()).containsExactly("F1 E1/自然人/法定代表人 自然人·姓名(法定代表人) E1");
        assertThat(staleUnits.refresh()).isZero();
        assertThat(holdings()).containsExactly("F1 E1/自然人/法定代表人 自然人·姓名(法定代表人) E1");
    }

    @Test
    void aFieldThatRepresentsNothingAnyMoreLeavesItsUnitAndTheUnitEnds() {
        given("""
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '姓名'}),
                  (:DataField {code: 'F1', key: 'F1', name: 'a', stale: true})-[:REPRESENTS]->(e)
                """);
        staleUnits.refresh();

        given("MATCH (f:DataField)-[r:REPRESENTS]->() DELETE r SET f.stale = true");
        staleUnits.refresh();

        assertThat(units()).isEmpty();
        assertThat(count("MATCH (f:DataField {stale: true}) RETURN count(*) AS count"))
                .isZero();
    }

    @Test
    void aDesignatedUnitStaysWhenItsLastFieldLeaves() {
        given("""
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '姓名'}),
                  (:DataField {code: 'F1', key: 'F1', name: 'a', stale: true})-[:REPRESENTS]->(e),
                  (:Designation {code: 'D1', key: 'D1', elementKey: 'E1'})
                """);
        staleUnits.refresh();

        given("MATCH (f:DataField)-[r:REPRESENTS]->() DELETE r SET f.stale = true");
        staleUnits.refresh();

        assertThat(units()).containsExactly("E1");
    }

    @Test
    void aDesignationMovesWhenItsElementGetsAnotherSubject() {
        given("""
                CREATE (:DataElement {code: 'E1', key: 'E1', name: '姓名'}),
                  (:Designation {code: 'D1', key: 'D1', elementKey: 'E1'})
                """);
        staleUnits.refresh();
        assertThat(units()).containsExactly("E1");

        given("MATCH (e:DataElement) SET e.subject = '自然人'");
        staleUnits.refresh();

        assertThat(units()).containsExactly("E1/自然人");
    }

    @Test
    void whatAnInterruptedRefreshLeftIsMadeGoodByTheNext() {
        given("""
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '姓名'}),
                  (:SourceUnit {code: 'E1/旧', key: 'E1/旧', name: '旧', elementKey: 'E1'})-[:OF]->(e),
                  (:DataField {code: 'F1', key: 'F1', name: 'a'})-[:REPRESENTS]->(e)
                WITH e
                MATCH (f:DataField) SET f.stale = true
                """);

        staleUnits.refresh();

        assertThat(units()).containsExactly("E1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfWritesAndRefreshesDoesNotMatter(long seed) {
        var random = new Random(seed);
        var writes = new ArrayList<>(writes(new Random(7)));

        writes.forEach(this::given);
        staleUnits.refresh();
        var straight = List.copyOf(holdings());
        var straightUnits = List.copyOf(units());
        given("MATCH (n) DETACH DELETE n");
        Collections.shuffle(writes, random);
        for (var write : writes) {
            given(write);
            if (random.nextInt(4) == 0) {
                staleUnits.refresh(1 + random.nextInt(3));
            }
        }
        staleUnits.refresh(2);

        assertThat(holdings()).isEqualTo(straight);
        assertThat(units()).isEqualTo(straightUnits);
        assertThat(straight).hasSizeGreaterThan(10);
    }

    /// Writes that may come in any order, as filings do: each makes the things it needs, links them late, and marks
    /// what it touches.
    private static List<String> writes(Random random) {
        var writes = new ArrayList<String>();
        var subjects = List.of("'自然人'", "'法人'", "null");
        var qualifiers = List.of("'本人'", "'申请人'", "'法人代表'", "'配偶'", "null");
        for (int i = 0; i < 3; i++) {
            writes.add("""
                    MERGE (e:DataElement {key: 'E%1$d'}) SET e.code = 'E%1$d', e.name = '元%1$d', e.subject = %2$s
                    WITH e MATCH (f:DataField)-[:REPRESENTS]->(e) SET f.stale = true
                    """.formatted(i, subjects.get(i)));
            writes.add("""
                    MERGE (r:DataResource {key: 'R%1$d'}) SET r.code = 'R%1$d', r.name = '源%1$d', r.subject = %2$s
                    WITH r MATCH (r)-[:HAS_FIELD]->(f:DataField) SET f.stale = true
                    """.formatted(i, subjects.get(random.nextInt(3))));
        }
        for (int i = 0; i < 15; i++) {
            writes.add("""
                    MERGE (e:DataElement {key: 'E%2$d'}) ON CREATE SET e.code = 'E%2$d', e.name = '元%2$d'
                    MERGE (r:DataResource {key: 'R%3$d'}) ON CREATE SET r.code = 'R%3$d', r.name = '源%3$d'
                    MERGE (f:DataField {key: 'F%1$d'})
                    SET f.code = 'F%1$d', f.name = '项%1$d', f.subject = %4$s, f.qualifier = %5$s, f.stale = true
                    MERGE (f)-[:REPRESENTS]->(e)
                    MERGE (r)-[:HAS_FIELD]->(f)
                    """.formatted(
                            i,
                            random.nextInt(3),
                            random.nextInt(3),
                            subjects.get(random.nextInt(3)),
                            qualifiers.get(random.nextInt(5))));
        }
        for (int i = 0; i < 5; i++) {
            writes.add("""
                    MERGE (e:DataElement {key: 'E%2$d'}) ON CREATE SET e.code = 'E%2$d', e.name = '元%2$d'
                    MERGE (d:Designation {key: 'D%1$d'})
                    SET d.code = 'D%1$d', d.elementKey = 'E%2$d', d.qualifier = %3$s, d.regionKey = %4$s, d.regionRef = %4$s
                    """.formatted(
                            i, random.nextInt(3), qualifiers.get(random.nextInt(5)), i % 2 == 0 ? "'990100'" : "null"));
        }
        writes.add("MERGE (r:Region {key: '990100'}) SET r.code = '990100', r.name = '示例市'");
        return writes;
    }

    private Collection<String> holdings() {
        return texts("""
                MATCH (f)-[:HELD_AS]->(u:SourceUnit)-[:OF]->(e)
                RETURN f.code + ' ' + u.code + ' ' + u.name + ' ' + e.code AS text
                ORDER BY text
                """);
    }

    private Collection<String> units() {
        return texts("""
                MATCH (u:SourceUnit)
                RETURN u.code + coalesce(' in ' + head([(u)-[:WITHIN]->(r) | r.name]), '') AS text
                ORDER BY text
                """);
    }

    private Collection<String> texts(String cypher) {
        return graph.query(cypher)
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("text").asString())
                .all();
    }

    private long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }
}
