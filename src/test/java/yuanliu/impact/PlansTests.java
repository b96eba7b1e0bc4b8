package yuanliu.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.cypher.CypherLibrary;

class PlansTests extends GivenGraph {

    @Autowired
    private CypherLibrary cypher;

    @Test
    void everyStepOfAWalkBeginsAtAnIndexAndStaysNearIt() {
        given("""
                UNWIND range(1, 3000) AS i
                CREATE (d:Department {code: 'D' + i, key: 'D' + i, name: 'd', status: '在设'}), (s:InformationSystem {code: 'S' + i, key: 'S' + i, name: 's'}),
                  (e:DataElement {code: 'E' + i, key: 'E' + i, name: 'e'}), (b:Form {code: 'B' + i, key: 'B' + i, name: 'b'}),
                  (r:DataResource {code: 'R' + i, key: 'R' + i, name: 'r'})-[:PROVIDED_BY]->(d), (s)-[:OPERATED_BY]->(d),
                  (b)-[:ISSUED_BY]->(d), (r)-[:HOSTED_IN]->(s), (b)-[:COLLECTED_IN]->(s),
                  (r)-[:HAS_FIELD]->(f:DataField {code: 'F' + i, key: 'F' + i, name: 'f', acquisition: '采集'}),
                  (b)-[:HAS_FIELD]->(g:DataField {code: 'G' + i, key: 'G' + i, name: 'g', acquisition: '采集'}),
                  (g)-[:DERIVED_FROM {edge: 'g' + i}]->(f), (b)-[:DERIVED_FROM {edge: 'b' + i}]->(r),
                  (u:SourceUnit {code: 'E' + i, key: 'E' + i, name: 'u', elementKey: 'E' + i})-[:OF]->(e), (f)-[:HELD_AS]->(u), (g)-[:HELD_AS]->(u),
                  (n:Designation {code: 'N' + i, key: 'N' + i, elementKey: 'E' + i, state: '已认定'})-[:OF]->(u), (n)-[:NAMES]->(d), (n)-[:AT]->(f),
                  (a:SharingAgreement {code: 'A' + i, key: 'A' + i})-[:OF]->(r), (a)-[:GRANTED_TO]->(d), (a)-[:USED_BY]->(s)
                """);
        given("""
                MATCH (d:Department {key: 'D1'}), (o:Department {key: 'D2'}) SET d.status = '撤销' CREATE (d)-[:SUCCEEDED_BY]->(o)
                """);
        given("CALL db.prepareForReplanning()");

        var offences = new ArrayList<String>();
        var statements = cypher.all().values().stream()
                .filter(statement -> statement.name().matches("(lineage|impact)/.*"))
                .filter(statement -> !statement.text().contains("// plan: "))
                .toList();
        for (var statement : statements) {
            var plan = graph.query("EXPLAIN " + statement.text()).run().plan();
            operators(plan).stream()
                    .filter(operator -> operator.matches(
                            "(AllNodesScan|NodeByLabelScan|CartesianProduct|\\w*TypeScan|NodeHashJoin).*"))
                    .forEach(operator -> offences.add(statement.name() + ": " + operator));
        }

        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(offences).isEmpty();
    }

    private static List<String> operators(Plan plan) {
        var operators = new ArrayList<String>();
        operators.add(plan.operatorType() + " " + plan.arguments().get("Details"));
        plan.children().forEach(child -> operators.addAll(operators(child)));
        return operators;
    }
}
