package yuanliu.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.cypher.CypherLibrary;
import yuanliu.filing.FiledCity;

/// Whatever the product writes has a name that the graph was told of before: else its first write would pass for
/// somebody else's.
class NamesTests extends GivenGraph {

    private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern SETTING = Pattern.compile(
            "\\bSET\\b(.*?)(?=\\b(?:MATCH|MERGE|CREATE|RETURN|WITH|UNWIND|CALL|DELETE|REMOVE|FOREACH|ON|FINISH)\\b|\\}|$)",
            Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("\\b[a-zA-Z]+\\.([a-zA-Z]+)\\s*=[^=~]");
    /// What the migrations' own nodes say and what a migration takes away, all of it before anything else is written.
    private static final Set<String> OF_MIGRATIONS = Set.of(
            "migrationTarget",
            "checksum",
            "connectedAs",
            "repeatable",
            "in",
            "id",
            "type",
            "source",
            "description",
            "proposedElement",
            "proposedSubject",
            "proposedQualifier",
            "proposalConfidence",
            "proposalSignals");

    @Autowired
    private FiledCity filed;

    @Autowired
    private CypherLibrary cypher;

    @Autowired
    private Reading reading;

    @Test
    void namesAreMadeBeforehand() throws Exception {
        reading.makeNames();
        filed.file(Path.of("src", "main", "resources", "demo-city"));
        await().until(() -> there(
                        "MATCH (run:DetectionRun|CheckRun) WHERE run.state IS NOT NULL RETURN DISTINCT run.state")
                .equals(Set.of("FINISHED")));

        var made = made();
        assertThat(made).hasSizeGreaterThan(300);
        assertThat(there("CALL db.propertyKeys() YIELD propertyKey AS name RETURN name"))
                .as("properties")
                .filteredOn(name -> !name.startsWith("x_") && !OF_MIGRATIONS.contains(name))
                .isSubsetOf(made);
        assertThat(there("CALL db.labels() YIELD label AS name RETURN name"))
                .as("labels")
                .filteredOn(name -> !name.startsWith("__"))
                .isSubsetOf(made);
        assertThat(there("CALL db.relationshipTypes() YIELD relationshipType AS name RETURN name"))
                .as("types")
                .filteredOn(name -> !Set.of("MIGRATED_TO", "REPEATED").contains(name))
                .isSubsetOf(made);
    }

    @Test
    void whatAStatementSetsIsAmongThem() {
        var made = made();
        var set = new TreeSet<String>();
        for (var statement : cypher.all().values()) {
            var text = COMMENT.matcher(statement.text()).replaceAll("");
            SETTING.matcher(text)
                    .results()
                    .forEach(setting -> PROPERTY.matcher(setting.group(1))
                            .results()
                            .forEach(property -> set.add(property.group(1))));
        }

        assertThat(set).hasSizeGreaterThan(50).isSubsetOf(made);
    }

    private Set<String> made() {
        return QUOTED.matcher(cypher.get("memory/names").text())
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    private Set<String> there(String names) {
        return new TreeSet<>(graph.query(names).fetchAs(String.class).all());
    }
}
