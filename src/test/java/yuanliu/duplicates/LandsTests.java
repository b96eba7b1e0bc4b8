package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import yuanliu.GivenGraph;
import yuanliu.filing.FiledCity;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;
import yuanliu.web.Today;

/// Departments are read once, and anew as soon as they may be others.
class LandsTests extends GivenGraph {

    @Autowired
    private Lands lands;

    @Autowired
    private FiledCity filed;

    @Autowired
    private Memory memory;

    @Autowired
    private Today today;

    @Autowired
    private Neo4jConnectionDetails server;

    @TempDir
    private Path folder;

    @BeforeEach
    void city() throws Exception {
        filed.file();
        LookedAt.now(memory);
    }

    @AfterEach
    void forget() {
        LookedAt.noMore(memory);
    }

    @Test
    void whatNobodyHasChangedIsNotReadAgain() throws Exception {
        var before = lands.on(today.date());
        answers();
        var after = lands.on(today.date());

        assertThat(after.departments()).isNotEmpty().isSameAs(before.departments());
        assertThat(after.systems()).as("what its users bring").isNotSameAs(before.systems());
    }

    @Test
    void aDepartmentThatIsFiledIsThere() throws Exception {
        assertThat(lands.on(today.date()).departments()).doesNotContainKey("NEU");
        Files.write(folder.resolve("departments.csv"), List.of("code,name,region", "NEU,新设局,"));

        filed.file(folder);
        answers();

        assertThat(lands.on(today.date()).departments()).containsKey("NEU");
    }

    @Test
    void aNameThatSomebodyHasChangedInBrowserCounts() throws Exception {
        var key = lands.on(today.date()).departments().keySet().iterator().next();
        try (var browser = GraphDatabase.driver(server.getUri(), server.getAuthToken());
                var session = browser.session()) {
            session.run("MATCH (d:Department {key: '%s'}) SET d.name = '改名局'".formatted(key))
                    .consume();
        }
        LookedAt.until(memory, () -> isCalled(key, "改名局"));
        answers();
        assertThat(isCalled(key, "改名局")).as("when it is kept again").isTrue();
    }

    private boolean isCalled(String key, String name) {
        var department = lands.on(today.date()).departments().get(key);
        return department != null && department.name().equals(name);
    }

    private void answers() throws InterruptedException {
        LookedAt.untilItAnswers(memory, today.date());
    }
}
