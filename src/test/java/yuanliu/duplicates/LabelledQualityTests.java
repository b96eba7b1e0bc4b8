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
/// made. It prints the tables and the list of confusions that stand in `src/docs/duplicate-quality.md`, and fails when
/// the page says otherwise; `-Dyuanliu.test.write-quality=true` writes the page.
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
        final int[] baselineRecalled = new int[2];
        final int[] baselineFound = new int[2];
        final int[] baselineRight = new int[2];
        final int[] baselineRaised = new int[2];

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

    private static final Path PAGE = Path.of("src", "docs", "duplicate-quality.md");
    private static final String BEGIN = "<!-- computed: begin -->\n";
    private static final String END = "<!-- computed: end -->\n";
    private static final Set<String> HELD_OUT_IS_NOT_READ = Set.of("held-out");

    private static final Map<String, String> KINDS = Map.of(
            "*", "**全部**",
            "CROSS_DEPARTMENT", "跨部门多头采集",
            "UNDESIGNATED_SOURCE", "无源多头采集",
            "WITHIN_DEPARTMENT", "部门内重复录入",
            "BETWEEN_LEVELS", "上下级重复录入",
            "FORMS", "表单重复",
            "CATALOGUE_ENTRY", "重复编目",
            "COPY_FILED_AS_SOURCE", "二手数据当源登记",
            "LIBRARY", "重复建库");

    /// What goes wrong: one line for each of the tuned set, and only how many of which sort for the held-out one, so
    /// that nobody mends the rules by what they read of it.
    private static final List<String> confusions = new ArrayList<>();

    private static final Map<String, Integer> unread = new TreeMap<>();
    private static String part = "";

    /// What somebody would find who compares one thing alone, between departments.
    ///
    /// @param clusters fields of more than one department that have it in common
    record Baseline(List<Set<String>> clusters) {

        boolean finds(Said label) {
            return clusters.stream()
                    .anyMatch(cluster -> common(cluster, label.all())
                            >= Math.min(2, Math.max(1, label.all().size())));
        }
    }

    private List<Baseline> baselines() {
        var byName = new TreeMap<String, Map<String, String>>();
        var byElement = new TreeMap<String, Map<String, String>>();
        try (var session = driver.session()) {
            session.run("""
                    MATCH (department:Department)<-[:PROVIDED_BY|ISSUED_BY]-()-[:HAS_FIELD]->(field:DataField)
                    RETURN field.key AS key, field.name AS name, field.elementKey AS element, department.key AS department
                    """).forEachRemaining(row -> {
                var key = row.get("key").asString();
                var department = row.get("department").asString();
                byName.computeIfAbsent(
                                yuanliu.duplicates.understanding.FieldName.of(
                                                row.get("name").asString())
                                        .whole(),
                                name -> new TreeMap<>())
                        .put(key, department);
                if (!row.get("element").isNull()) {
                    byElement
                            .computeIfAbsent(row.get("element").asString(), element -> new TreeMap<>())
                            .put(key, department);
                }
            });
        }
        return List.of(new Baseline(ofTwo(byName)), new Baseline(ofTwo(byElement)));
    }

    private static List<Set<String>> ofTwo(Map<String, Map<String, String>> some) {
        return some.values().stream()
                .filter(fields -> new HashSet<>(fields.values()).size() > 1)
                .map(fields -> (Set<String>) new TreeSet<>(fields.keySet()))
                .toList();
    }

    private static void scoreBaselines(List<Said> labels, List<Baseline> baselines, Map<String, Score> scores) {
        for (int i = 0; i < baselines.size(); i++) {
            var baseline = baselines.get(i);
            for (var label : labels) {
                for (var score : both(scores, label.kind())) {
                    if (label.trap().isEmpty()) {
                        score.baselineRecalled[i] += baseline.finds(label) ? 1 : 0;
                    } else {
                        score.baselineRaised[i] += baseline.finds(label) ? 1 : 0;
                    }
                }
            }
            var findings =
                    labels.stream().filter(label -> label.trap().isEmpty()).toList();
            var all = scores.computeIfAbsent("*", one -> new Score());
            all.baselineFound[i] += baseline.clusters().size();
            all.baselineRight[i] += (int) baseline.clusters().stream()
                    .filter(cluster -> findings.stream().anyMatch(new Baseline(List.of(cluster))::finds))
                    .count();
        }
    }

    @Test
    void whatIsFoundIsTrueAndWhatIsTrueIsFound() throws IOException {
        confusions.clear();
        unread.clear();
        var tables = new TreeMap<String, Map<String, Score>>();
        for (var set : List.of("tuned", "held-out")) {
            part = set;
            var scores = new TreeMap<String, Score>();
            tables.put(set, scores);
            for (var city : cities(SET.resolve(set))) {
                TestNeo4j.wipe(driver);
                files.file(city);
                why = reasons();
                var labels = labels(city);
                score(city, labels, findings(), scores);
                scoreBaselines(labels, baselines(), scores);
            }
        }

        var computed = computed(tables);
        System.out.println(computed);
        page(computed);

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
        var understanding = understandings.grounds().understanding();
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
                confused("漏报", city, label);
                say(label.all());
            } else {
                open.remove(match.get());
                var finding = match.get();
                for (var score : both(scores, label.kind())) {
                    score.right++;
                    score.partiesRight += common(label.accused(), finding.accused());
                }
                if (!label.accused().equals(finding.accused())) {
                    say("PARTIES", city, label);
                    say(label.accused().stream()
                            .filter(code -> !finding.accused().contains(code))
                            .toList());
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
        open.forEach(finding -> {
            say("FALSE " + finding.band(), city, finding);
            confused("误报", city, finding);
        });
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
            raised.ifPresent(finding -> {
                say("TRAP " + trap.trap() + finding.band(), city, trap);
                confused("误入陷阱（%s）".formatted(trap.trap().strip()), city, trap);
            });
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

    private static void say(java.util.Collection<String> codes) {
        if (!HELD_OUT_IS_NOT_READ.contains(part)) {
            codes.forEach(code -> System.out.println("    " + code + ": " + why.get(code)));
        }
    }

    private static void say(String what, Path city, Said said) {
        if (HELD_OUT_IS_NOT_READ.contains(part)) {
            return;
        }
        System.out.println("%% %s %s %s %s %s | %s"
                .formatted(
                        what,
                        city.getFileName(),
                        said.kind(),
                        said.unit(),
                        said.unit().isEmpty() ? said.all() : said.accused(),
                        said.text()));
    }

    private static String computed(Map<String, Map<String, Score>> tables) {
        var text = new StringBuilder();
        for (var set : List.of("tuned", "held-out")) {
            text.append("### ")
                    .append(set.equals("tuned") ? "调校集 · Tuned" : "保留集 · Held out")
                    .append("\n\n")
                    .append("| 类别 | 应有 | 检出 | 精确率 | 召回率 | F1 | 当事方精确率 | 当事方召回率 | 陷阱 | 误入 | 误入且为确认级 | 同名基线 | 同码基线 |\n")
                    .append("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
            tables.getOrDefault(set, Map.of()).forEach((kind, score) -> text.append(row(kind, score)));
            text.append('\n');
        }
        text.append(
                "### 调校集的错漏 · Confusions of the tuned set\n\n| | 城市 | 类别 | 单元 | 当事方 | 引擎怎样看 |\n|---|---|---|---|---|---|\n");
        confusions.stream().sorted().forEach(line -> text.append(line).append('\n'));
        text.append(
                "\n### 保留集的错漏 · Confusions of the held-out set\n\n只计数，不列出。 *Counted, not listed.*\n\n| | 数 |\n|---|---|\n");
        unread.forEach((sort, count) ->
                text.append("| ").append(sort).append(" | ").append(count).append(" |\n"));
        return text.toString();
    }

    private static String row(String kind, Score score) {
        return "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %d | %d | %d | %s | %s |\n"
                .formatted(
                        KINDS.getOrDefault(kind, kind),
                        score.expected,
                        score.found,
                        score.precision(),
                        score.recall(),
                        score.f1(),
                        score.partiesFound == 0 ? 1 : (double) score.partiesRight / score.partiesFound,
                        score.partiesExpected == 0 ? 1 : (double) score.partiesRecalled / score.partiesExpected,
                        score.traps,
                        score.raised,
                        score.raisedConfirmed,
                        baseline(kind, score, 0),
                        baseline(kind, score, 1));
    }

    /// A baseline does not say of which kind what it finds is: so its precision is that of all.
    private static String baseline(String kind, Score score, int which) {
        var recall = score.expected == 0 ? 1 : (double) score.baselineRecalled[which] / score.expected;
        if (!kind.equals("*")) {
            return "召回 %.3f，误入 %d".formatted(recall, score.baselineRaised[which]);
        }
        var precision =
                score.baselineFound[which] == 0 ? 1 : (double) score.baselineRight[which] / score.baselineFound[which];
        return "精确 %.3f，召回 %.3f，F1 %.3f，误入 %d"
                .formatted(
                        precision,
                        recall,
                        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                        score.baselineRaised[which]);
    }

    private static void confused(String what, Path city, Said said) {
        if (HELD_OUT_IS_NOT_READ.contains(part)) {
            unread.merge("%s，%s".formatted(what, KINDS.get(said.kind())), 1, Integer::sum);
            return;
        }
        var seen = new TreeMap<String, String>();
        (said.unit().isEmpty() ? said.all() : said.accused())
                .forEach(code -> seen.put(code, why.getOrDefault(code, "")));
        confusions.add("| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        what,
                        city.getFileName(),
                        KINDS.get(said.kind()),
                        said.unit(),
                        String.join("、", seen.keySet()),
                        seen.values().stream()
                                .map(String::strip)
                                .map(text -> text.replace("|", "／"))
                                .distinct()
                                .collect(java.util.stream.Collectors.joining("；"))));
    }

    private static void page(String computed) throws IOException {
        if (!System.getProperty("yuanliu.test.city", "").isEmpty()) {
            return;
        }
        var page = Files.readString(PAGE);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var to = page.indexOf(END);
        if (Boolean.getBoolean("yuanliu.test.write-quality")) {
            Files.writeString(PAGE, page.substring(0, from) + "\n" + computed + "\n" + page.substring(to));
        } else {
            assertThat(page.substring(from, to).strip())
                    .as("%s is not what was computed; -Dyuanliu.test.write-quality=true writes it", PAGE)
                    .isEqualTo(computed.strip());
        }
    }
}
