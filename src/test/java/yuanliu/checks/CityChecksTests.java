package yuanliu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;

/// What must come out of the demonstration city, and nothing beside it: `src/docs/demo-city.md` says why.
class CityChecksTests extends AgainstNeo4j {

    @Autowired
    private ExampleCity city;

    @Autowired
    private CheckRuns runs;

    @Override
    protected void fill() {
        city.file();
    }

    private Map<String, TreeSet<String>> byRule() {
        var found = new TreeMap<String, TreeSet<String>>();
        run("""
            MATCH (check:Check)-[:ABOUT]->(thing)
            WHERE check.state = 'OPEN'
            RETURN check.rule AS rule, thing.code AS about
            """)
                .forEach(row -> found.computeIfAbsent((String) row.get("rule"), rule -> new TreeSet<>())
                        .add((String) row.get("about")));
        return found;
    }

    @Test
    void dump() {
        byRule().forEach((rule, about) -> System.out.println("DUMP " + rule + " " + about.size() + " " + about));
        run("MATCH (c:Check) RETURN c.rule AS rule, c.sentence AS sentence, c.evidence AS evidence ORDER BY rule, sentence")
                .forEach(row -> System.out.println("SENT " + row.get("rule") + " " + row.get("sentence") + " || " + row.get("evidence")));
        run("MATCH (c:CheckRun) RETURN properties(c) AS p").forEach(row -> System.out.println("RUN " + row));
    }
}
