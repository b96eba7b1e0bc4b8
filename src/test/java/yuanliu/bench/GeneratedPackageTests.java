package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a generated package is held against its files, read as anybody would read them.
class GeneratedPackageTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"county, 1", "city, 1", "city, 2"})
    void isAsBigAsItsTier(String name, long seed) throws IOException {
        var tier = Tier.named(name);
        var departments = 0;
        for (var level = 0; level < 4; level++) {
            departments += tier.regions()[level] * tier.kinds()[level];
        }

        new GeneratedPackage(tier, seed).write(folder);

        assertThat(rows("departments.csv")).hasSize(departments);
        assertThat(rows("systems.csv")).hasSize(tier.systems());
        assertThat(rows("elements.csv")).hasSize(tier.elements());
        assertThat(rows("resources.csv")).hasSize(tier.resources());
        assertThat(rows("sharing.csv")).hasSize(tier.agreements());
        assertThat(rows("fields.csv").size()).isCloseTo(tier.fields(), within(tier.fields() / 20));
        assertThat(rows("lineage.csv").size()).isCloseTo(tier.fields() * 4 / 5, within(tier.fields() / 4));
    }

    @ParameterizedTest
    @CsvSource({"county, 1", "city, 1", "city, 2"})
    void namesNothingThatIsNotThere(String name, long seed) throws IOException {
        new GeneratedPackage(Tier.named(name), seed).write(folder);
        var departments = codes("departments.csv");
        var systems = codes("systems.csv");
        var resources = codes("resources.csv");
        var elements = codes("elements.csv");
        var fields = rows("fields.csv").stream()
                .map(row -> row.getField("resource") + "#" + row.getField("name"))
                .collect(Collectors.toSet());

        assertThat(fields).hasSameSizeAs(rows("fields.csv"));
        assertThat(rows("systems.csv")).allMatch(row -> departments.contains(row.getField("department")));
        assertThat(rows("resources.csv"))
                .allMatch(row ->
                        departments.contains(row.getField("provider")) && known(systems, row.getField("system")));
        assertThat(rows("fields.csv"))
                .allMatch(row ->
                        resources.contains(row.getField("resource")) && known(elements, row.getField("element")));
        assertThat(rows("lineage.csv")).allMatch(row -> fields.contains(user(row)) && fields.contains(source(row)));
        assertThat(rows("sharing.csv"))
                .allMatch(row -> resources.contains(row.getField("resource"))
                        && departments.contains(row.getField("consumer"))
                        && known(systems, row.getField("system")));
        assertThat(rows("designations.csv"))
                .allMatch(row -> elements.contains(row.getField("element"))
                        && (row.getField("field").isEmpty()
                                || fields.contains(row.getField("resource") + "#" + row.getField("field"))));
    }

    @ParameterizedTest
    @CsvSource({"county, 1, 60", "city, 1, 1000", "city, 2, 1000"})
    void whatIsSaidOfItsTrunksIsSo(String name, long seed, int least) throws IOException {
        new GeneratedPackage(Tier.named(name), seed).write(folder);
        var users = new HashMap<String, List<String>>();
        for (var row : rows("lineage.csv")) {
            users.computeIfAbsent(source(row), key -> new ArrayList<>()).add(user(row));
        }
        var elements = new HashMap<String, Integer>();
        var modes = new TreeMap<String, Integer>();
        for (var row : rows("fields.csv")) {
            elements.merge(row.getField("element"), 1, Integer::sum);
            if (row.getField("element").equals("H002")) {
                modes.merge(row.getField("acquisition"), 1, Integer::sum);
            }
        }

        var reached = truth("FIELD_REACHED");
        assertThat(reached).hasSize(2);
        reached.forEach(
                (field, count) -> assertThat(downstream(users, field)).as(field).hasSize(count));
        assertThat(reached.values()).anyMatch(count -> count >= least);
        var held = truth("UNIT_HELD");
        assertThat(held).containsOnlyKeys("H002/自然人", "H010/法人");
        held.forEach(
                (unit, count) -> assertThat(elements.get(unit.substring(0, 4))).isEqualTo(count));
        assertThat(modes).containsKeys("采集", "共享获取", "加工派生", "核验");
        var used = rows("sharing.csv").stream()
                .collect(Collectors.groupingBy(row -> row.getField("resource"), Collectors.counting()));
        truth("RESOURCE_USED")
                .forEach((resource, count) -> assertThat(used.get(resource)).isEqualTo((long) count));
    }

    @ParameterizedTest
    @CsvSource({"city, 1", "city, 2"})
    void itsCyclesGoRound(String name, long seed) throws IOException {
        new GeneratedPackage(Tier.named(name), seed).write(folder);
        var steps = rows("lineage.csv").stream()
                .map(row -> source(row) + " " + user(row))
                .collect(Collectors.toSet());
        var cycles = rows("truth/cycles.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("cycle"),
                        Collectors.mapping(row -> row.getField("field"), Collectors.toList())));

        assertThat(cycles).hasSizeGreaterThanOrEqualTo(2);
        cycles.values().forEach(cycle -> {
            for (var at = 0; at < cycle.size(); at++) {
                assertThat(steps).contains(cycle.get(at) + " " + cycle.get((at + 1) % cycle.size()));
            }
        });
    }

    @Test
    void isTheSameForTheSameSeedAndNoOther() throws IOException {
        var tier = Tier.named("city");
        for (var one : List.of("first", "again")) {
            new GeneratedPackage(tier, 7).write(folder.resolve(one));
        }
        new GeneratedPackage(tier, 8).write(folder.resolve("other"));

        for (var file : List.of(
                "departments.csv",
                "resources.csv",
                "fields.csv",
                "lineage.csv",
                "sharing.csv",
                "designations.csv",
                "truth/duplicates.csv",
                "truth/hubs.csv",
                "truth/cycles.csv")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
        for (var file : List.of("fields.csv", "lineage.csv", "sharing.csv")) {
            assertThat(Files.mismatch(
                            folder.resolve("other").resolve(file),
                            folder.resolve("first").resolve(file)))
                    .isNotNegative();
        }
    }

    private static Set<String> downstream(Map<String, List<String>> users, String field) {
        var reached = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(field));
        while (!next.isEmpty()) {
            for (var user : users.getOrDefault(next.remove(), List.of())) {
                if (!user.equals(field) && reached.add(user)) {
                    next.add(user);
                }
            }
        }
        return reached;
    }

    private Map<String, Integer> truth(String kind) throws IOException {
        return rows("truth/hubs.csv").stream()
                .filter(row -> row.getField("kind").equals(kind))
                .collect(Collectors.toMap(row -> row.getField("code"), row -> Integer.valueOf(row.getField("count"))));
    }

    private static String user(NamedCsvRecord row) {
        return row.getField("resource") + "#" + row.getField("field");
    }

    private static String source(NamedCsvRecord row) {
        return row.getField("fromResource") + "#" + row.getField("fromField");
    }

    private static boolean known(Set<String> codes, String code) {
        return code.isEmpty() || codes.contains(code);
    }

    private Set<String> codes(String file) throws IOException {
        return rows(file).stream().map(row -> row.getField("code")).collect(Collectors.toSet());
    }

    private List<NamedCsvRecord> rows(String file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return rows.stream().toList();
        }
    }
}
