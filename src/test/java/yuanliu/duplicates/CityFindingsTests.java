package yuanliu.duplicates;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;

class CityFindingsTests extends AgainstNeo4j {

    @Autowired
    private ExampleCity city;

    @Override
    protected void fill() {
        city.file();
    }

    @Test
    void shown() {
        run("MATCH (r:DetectionRun) WHERE r.code IS NOT NULL RETURN r {.*} AS r").forEach(System.out::println);
        run("""
            MATCH (f:DuplicateFinding)
            RETURN f.kind AS kind, f.name AS name, f.band AS band, f.score AS score,
              COLLECT { MATCH (f)-[i:INVOLVES]->(x) RETURN i.role + ' ' + x.code ORDER BY i.place } AS parties, f.signals AS signals, f.suggestion AS s
            ORDER BY kind, name""").forEach(row -> System.out.println("@@" + row.get("kind") + " | " + row.get("name") + " | " + row.get("band") + " " + row.get("score") + " | " + row.get("parties") + "\n##   " + row.get("s")));
    }
}
