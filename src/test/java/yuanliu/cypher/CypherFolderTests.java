package yuanliu.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ProfiledPlan;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;

class CypherFolderTests extends AgainstNeo4j {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");
    private static final Pattern DESCRIBED = Pattern.compile("^// \\$(\\w+) {2,}\\S");
    private static final List<String> RUINOUS = List.of("AllNodesScan", "NodeByLabelScan", "CartesianProduct");

    @Autowired
    private CypherLibrary cypher;

    @Test
    void everyStatementIsAskedForBySomebody() {
        assertThat(cypher.asked()).isEqualTo(cypher.all().keySet());
    }

    @Test
    void everyStatementBeginsWithASentence() {
        assertThat(cypher.all().values())
                .allSatisfy(statement ->
                        assertThat(statement.text()).matches(Pattern.compile("// [^$\\n]+\\.\\n.*", Pattern.DOTALL)));
    }

    @Test
    void everyHeadNamesTheParametersThatAreUsedAndNoOther() {
        assertThat(cypher.all().values()).allSatisfy(statement -> {
            var described = head(statement).stream()
                    .flatMap(line -> DESCRIBED.matcher(line).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(described).isEqualTo(parameters(statement));
        });
    }

    @Test
    void noPlanReadsAWholeLabelWithoutSayingWhy() {
        var ruinous = new ArrayList<String>();

        for (var statement : cypher.all().values()) {
            if (head(statement).stream().noneMatch(line -> line.startsWith("// plan: "))) {
                operators(explained(statement))
                        .filter(operator -> RUINOUS.stream().anyMatch(operator::startsWith))
                        .forEach(operator -> ruinous.add(statement + ": " + operator));
            }
        }

        assertThat(ruinous).isEmpty();
    }

    @Test
    void aThingIsFoundByItsKeyAloneWhateverItsLabel() {
        run("UNWIND range(1, 1000) AS i CREATE (:Department {code: 'many' + i, key: 'many' + i, name: 'many'})");

        try (var session = driver.session()) {
            var profile = session.run(
                            "PROFILE " + cypher.get("catalog/things").text(),
                            Map.of("label", "Department", "keys", List.of("many7")))
                    .consume()
                    .profile();
            assertThat(profile.dbHits()).isLessThan(20);
            assertThat(profile.children())
                    .allSatisfy(child -> assertThat(child.dbHits()).isLessThan(20));
        }

        run("MATCH (n:Department {name: 'many'}) DELETE n");
    }

    @Test
    void theNamesOfFieldsAreToldByTheirIndexWithoutReadingAField() {
        run("UNWIND range(1, 1000) AS i CREATE (:DataField {key: 'many' + i, nameKey: 'name' + i % 7})");

        try (var session = driver.session()) {
            var result = session.run(
                    "PROFILE " + cypher.get("duplicates/names-of-fields").text());
            var names = result.list(row -> row.get("name").asString());
            assertThat(names).isSorted().hasSize(1000);
            var profile = result.consume().profile();
            assertThat(operators(profile)).anyMatch(one -> one.startsWith("NodeIndexScan"));
            assertThat(hits(profile)).isLessThan(1_100);
        }

        run("MATCH (n:DataField) WHERE n.key STARTS WITH 'many' DELETE n");
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits()
                + plan.children().stream().mapToLong(CypherFolderTests::hits).sum();
    }

    private Plan explained(Statement statement) {
        try (var session = driver.session()) {
            return session.run("EXPLAIN " + statement.text()).consume().plan();
        }
    }

    private static Stream<String> operators(Plan plan) {
        return Stream.concat(
                Stream.of(plan.operatorType()), plan.children().stream().flatMap(CypherFolderTests::operators));
    }

    private static List<String> head(Statement statement) {
        return statement.text().lines().takeWhile(line -> line.startsWith("//")).toList();
    }

    private static TreeSet<String> parameters(Statement statement) {
        var body =
                statement.text().lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
        return PARAMETER
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .map(parameter -> parameter.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
