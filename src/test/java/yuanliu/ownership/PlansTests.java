package yuanliu.ownership;

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
    CypherLibrary cypher;

    @Test
    void everyStatementBeginsAtAnIndex() {
        given("""
                UNWIND range(1, 3000) AS i
                CREATE (e:DataElement {code: 'E' + i, key: 'E' + i, name: 'e'}), (d:Department {code: 'D' + i, key: 'D' + i, name: 'd'}),
                  (r:DataResource {code: 'R' + i, key: 'R' + i, name: 'r'})-[:PROVIDED_BY]->(d),
                  (r)-[:HAS_FIELD]->(f:DataField {code: 'F' + i, key: 'F' + i, name: 'f'})-[:REPRESENTS]->(e),
                  (u:SourceUnit {code: 'E' + i, key: 'E' + i, name: 'u', elementKey: 'E' + i})-[:OF]->(e), (f)-[:HELD_AS]->(u),
                  (n:Designation {code: 'N' + i, key: 'N' + i, elementKey: 'E' + i})-[:OF]->(u), (n)-[:NAMES]->(d), (n)-[:AT]->(f),
                  (a:SharingAgreement {code: 'A' + i, key: 'A' + i})-[:OF]->(r), (a)-[:GRANTED_TO]->(d),
                  (g:Region {code: 'G' + i, key: 'G' + i, name: 'g'}), (d)-[:LOCATED_IN]->(g)
                """);
        given("CALL db.prepareForReplanning()");

        var offences = new ArrayList<String>();
        cypher.all().values().stream()
                .filter(statement -> statement.name().matches("(ownership|sharing)/.*"))
                .forEach(statement -> {
                    var summary = graph.query("EXPLAIN " + statement.text()).run();
                    operators(summary.plan()).stream()
                            .filter(operator ->
                                    operator.matches(".*(AllNodesScan|NodeByLabelScan|CartesianProduct|TypeScan).*"))
                            .forEach(operator -> offences.add(statement.name() + ": " + operator));
                });

        assertThat(offences).isEmpty();
    }

    private static List<String> operators(Plan plan) {
        var operators = new ArrayList<String>();
        operators.add(plan.operatorType() + " " + plan.arguments().get("Details"));
        plan.children().forEach(child -> operators.addAll(operators(child)));
        return operators;
    }
}
