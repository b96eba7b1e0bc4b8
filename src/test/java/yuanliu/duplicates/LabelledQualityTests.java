package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.YuanliuTest;
import yuanliu.filing.FiledCity;
import yuanliu.neo4j.TestNeo4j;
import yuanliu.web.Codes;

/// How well the detection does on cities whose true findings are known: `src/docs/labelled-set.md` says how they were
/// made.
/// It prints the table that stands in `src/docs/duplicate-quality.md`.
@YuanliuTest
class LabelledQualityTests {

    private static final Path SET = Path.of("src", "test", "resources", "labelled");

    @Autowired
    private Driver driver;

    @Autowired
    private FiledCity files;

    @Autowired
    private Scenes scenes;

    @Autowired
    private Understandings understandings;

    /// By the key of an asset, what was understood of it and why it was let go.
    private static Map<String, String> why = Map.of();

    /// A label of a city, or a finding in it.
    record Said(String kind, String unit, Set<String> accused, Set<String> all, String band, String trap, String text) {

        boolean isOf(Said other) {
            if (!kind.equals(other.kind)) {
                return false;
            }
            if (unit.isEmpty()) {
                return common(all, other.all) >= 2;
            }
            return unit.equals(other.unit) && common(accused, other.accused) >= 1;
        }
    }

    private static int common(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }

    static final class Score {

        int expected;
        int recalled;
        int found;
        int right;
        int partiesExpected;
        int partiesRecalled;
        int partiesFound;
        int partiesRight;
        int traps;
        int raised;
        int raisedConfirmed;

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return expected == 0 ? 1 : (double) recalled / expected;
        }

        double f1() {
            return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    @Test
    void whatIsFoundIsTrueAndWhatIsTrueIsFound() throws IOException {
        var tables = new TreeMap<String, Map<String, Score>>();
        for (var part : List.of("tuned", "held-out")) {
            var scores = new TreeMap<String, Score>();
            tables.put(part, scores);
            for (var city : cities(SET.resolve(part))) {
                TestNeo4j.wipe(driver);
                files.file(city);
                why = reasons();
                score(city, labels(city), findings(), scores);
            }
        }

        tables.forEach(LabelledQualityTests::print);

        tables.forEach((part, scores) -> {
            var all = scores.getOrDefault("*", new Score());
            assertThat(all.raisedConfirmed)
                    .as("traps raised as CONFIRMED in %s", part)
                    .isZero();
            assertThat(all.precision()).as("precision, %s", part).isGreaterThanOrEqualTo(0.95);
            assertThat(all.recall()).as("recall, %s", part).isGreaterThanOrEqualTo(0.90);
        });
    }

    private Map<String, String> reasons() {
        var reasons = new TreeMap<String, String>();
        var understanding = understandings.anew();
        var day = java.time.LocalDate.now(yuanliu.web.Today.ZONE);
        var read = scenes.whole(understanding, day);
        read.scene()
                .owners()
                .forEach(owner -> read.scene()
                        .fieldsOf(owner)
                        .forEach(field -> reasons.put(
                                field.key(),
                                (field.unit() == null ? "-" : field.unit().key()) + " " + field.confidence() + " "
                                        + field.acquisition())));
        var detector = new yuanliu.duplicates.detection.Detector(
                read.scene(),
                understanding,
                day,
                refusal -> reasons.merge(
                        refusal.asset(),
                        " ! " + refusal.gate() + " " + refusal.sentence(),
                        (one, other) -> one.contains(other) ? one : one + other));
        detector.ofUnits(read.scene().unitKeys());
        detector.ofEntries(read.places());
        return reasons;
    }

    private static List<Path> cities(Path folder) throws IOException {
        var only = System.getProperty("yuanliu.test.city", "");
        try (var cities = Files.list(folder)) {
            return cities.filter(Files::isDirectory)
                    .filter(city -> only.isEmpty() || city.endsWith(only))
                    .sorted()
                    .toList();
        }
    }

    private static List<Said> labels(Path city) {
        var labels = new ArrayList<Said>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(city.resolve("labels.csv"))) {
            rows.forEach(row -> {
                var accused = codes(row.getField("parties"));
                var all = new TreeSet<>(accused);
                all.addAll(codes(row.getField("keeper")));
                all.addAll(codes(row.getField("source")));
                var unit = Codes.key(row.getField("unit"));
                labels.add(new Said(
                        row.getField("kind"),
                        unit,
                        unit.isEmpty() ? all : accused,
                        all,
                        row.getField("maxBand"),
                        row.getField("label").equals("TRAP") ? row.getField("trap") + " " : "",
                        row.getField("reason")));
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return labels;
    }

    private static Set<String> codes(String cell) {
        var codes = new TreeSet<String>();
        Arrays.stream(cell.split("、"))
                .map(Codes::key)
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        return codes;
    }

    private List<Said> findings() {
        try (var session = driver.session()) {
            return session.run("""
                    MATCH (finding:DuplicateFinding {present: true})
                    RETURN finding.kind AS kind, coalesce(finding.unitKey, '') AS unit, finding.band AS band, finding.name AS name,
                      finding.signals AS signals,
                      COLLECT { MATCH (finding)-[involves:INVOLVES]->(party) WHERE involves.role IN ['COLLECTOR', 'COPY'] OR finding.unitKey IS NULL RETURN party.key } AS accused,
                      COLLECT { MATCH (finding)-[:INVOLVES]->(party) RETURN party.key } AS everybody
                    """)
                    .list(row -> new Said(
                            row.get("kind").asString(),
                            row.get("unit").asString(),
                            new TreeSet<>(row.get("accused").asList(value -> value.asString())),
                            new TreeSet<>(row.get("everybody").asList(value -> value.asString())),
                            row.get("band").asString(),
                            "",
                            row.get("name").asString()));
        }
    }

    private static void score(Path city, List<Said> labels, List<Said> found, Map<String, Score> scores) {
        var open = new ArrayList<>(found);
        for (var label : labels.stream().filter(one -> one.trap().isEmpty()).toList()) {
            var match = open.stream().filter(label::isOf).findFirst();
            for (var score : both(scores, label.kind())) {
                score.expected++;
                score.partiesExpected += label.accused().size();
                if (match.isPresent()) {
                    score.recalled++;
                    score.partiesRecalled += common(label.accused(), match.get().accused());
                }
            }
            if (match.isEmpty()) {
                say("MISSED", city, label);
                label.all().forEach(code -> System.out.println("    " + code + ": " + why.get(code)));
            } else {
                open.remove(match.get());
                var finding = match.get();
                for (var score : both(scores, label.kind())) {
                    score.right++;
                    score.partiesRight += common(label.accused(), finding.accused());
                }
                if (!label.accused().equals(finding.accused())) {
                    say("PARTIES", city, label);
                    System.out.println("    found " + finding.accused());
                    label.accused().stream()
                            .filter(code -> !finding.accused().contains(code))
                            .forEach(code -> System.out.println("    " + code + ": " + why.get(code)));
                }
                if (!label.band().isEmpty() && tooSure(finding.band(), label.band())) {
                    say("BAND " + finding.band(), city, label);
                }
            }
        }
        for (var finding : found) {
            for (var score : both(scores, finding.kind())) {
                score.found++;
                score.partiesFound += finding.accused().size();
            }
        }
        open.forEach(finding -> say("FALSE " + finding.band(), city, finding));
        for (var trap : labels.stream().filter(one -> !one.trap().isEmpty()).toList()) {
            var raised =
                    found.stream().filter(finding -> fallsInto(finding, trap)).findFirst();
            for (var score : both(scores, trap.kind())) {
                score.traps++;
                if (raised.isPresent()) {
                    score.raised++;
                    if (raised.get().band().equals("CONFIRMED")) {
                        score.raisedConfirmed++;
                    }
                }
            }
            raised.ifPresent(finding -> say("TRAP " + trap.trap() + finding.band(), city, trap));
        }
    }

    private static boolean fallsInto(Said finding, Said trap) {
        return finding.kind().equals(trap.kind())
                && (trap.unit().isEmpty() || trap.unit().equals(finding.unit()))
                && common(finding.unit().isEmpty() ? finding.all() : finding.accused(), trap.accused())
                        >= Math.min(2, trap.accused().size());
    }

    private static boolean tooSure(String band, String most) {
        var order = List.of("CONFIRMED", "HIGH", "MEDIUM", "LOW");
        return order.indexOf(band) < order.indexOf(most);
    }

    private static List<Score> both(Map<String, Score> scores, String kind) {
        return List.of(
                scores.computeIfAbsent(kind, one -> new Score()), scores.computeIfAbsent("*", one -> new Score()));
    }

    private static void say(String what, Path city, Said said) {
        System.out.println("%% %s %s %s %s %s | %s"
                .formatted(
                        what,
                        city.getFileName(),
                        said.kind(),
                        said.unit(),
                        said.unit().isEmpty() ? said.all() : said.accused(),
                        said.text()));
    }

    private static void print(String part, Map<String, Score> scores) {
        System.out.println("## " + part);
        System.out.println("| 类别 | 应有 | 检出 | 精确率 | 召回率 | F1 | 当事方精确率 | 当事方召回率 | 陷阱 | 误入 | 误入且为确认级 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        scores.forEach((kind, score) ->
                System.out.println("| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %d | %d | %d |"
                        .formatted(
                                kind.equals("*") ? "全部" : kind,
                                score.expected,
                                score.found,
                                score.precision(),
                                score.recall(),
                                score.f1(),
                                score.partiesFound == 0 ? 1 : (double) score.partiesRight / score.partiesFound,
                                score.partiesExpected == 0 ? 1 : (double) score.partiesRecalled / score.partiesExpected,
                                score.traps,
                                score.raised,
                                score.raisedConfirmed)));
    }
}
