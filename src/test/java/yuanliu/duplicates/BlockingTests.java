package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.YuanliuTest;
import yuanliu.filing.FiledCity;
import yuanliu.neo4j.TestNeo4j;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// What belongs together is compared at all.
@YuanliuTest
class BlockingTests {

    @Autowired
    private Driver driver;

    @Autowired
    private FiledCity files;

    @Autowired
    private Scenes scenes;

    @Autowired
    private Understandings understandings;

    @Test
    void nearlyAllPairsThatBelongTogetherAreCompared() {
        var all = new Blocking(0, 0);
        for (var city : LabelledCity.all()) {
            TestNeo4j.wipe(driver);
            files.file(city.folder());
            var day = LocalDate.now(Today.ZONE);
            var understanding = understandings.grounds().understanding();
            var blocking = Blocking.of(
                    scenes.whole(understanding, day),
                    understanding,
                    day,
                    city.labels(LabelledSetTests.Label::isFinding).stream()
                            .map(label -> Stream.concat(label.parties().stream(), Stream.of(label.keeper()))
                                    .filter(code -> !code.isEmpty())
                                    .map(Codes::key)
                                    .collect(java.util.stream.Collectors.toSet()))
                            .toList());
            System.out.printf(
                    "%s: %d of %d pairs are compared, %.3f%n",
                    city.name(), blocking.met(), blocking.pairs(), blocking.recall());
            all = all.and(blocking);
        }
        System.out.printf("all: %d of %d pairs are compared, %.3f%n", all.met(), all.pairs(), all.recall());

        assertThat(all.recall()).isGreaterThan(0.9);
    }
}
