package yuanliu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import yuanliu.web.Codes;

/// How long the detection takes on generated graphs: whole, after one resource has changed, and for a plan of twenty
/// fields; and how much of what was planted it finds.
///
/// `mvn -Pbench test -Dtest=DuplicatesBench -Dbench.heap=2g`, with `-Dyuanliu.bench.tiers=city,province` and
/// `-Dyuanliu.bench.seed=1`. A tier is filed into `target/bench-<tier>-<seed>` once and found there the next time.
class DuplicatesBench {

    private static final List<String> TIERS =
            List.of(System.getProperty("yuanliu.bench.tiers", "city,province").split(","));
    private static final int WHOLE_RUNS = Integer.getInteger("yuanliu.bench.runs", 3);
    private static final int CHANGES = Integer.getInteger("yuanliu.bench.changes", 20);
    private static final int CHECKS = 200;

    @Test
    void theDetectionOfGeneratedGraphs() throws Exception {
        var rows = new ArrayList<String>();
        for (var tier : TIERS) {
            measure(tier, rows);
        }
        System.out.println("| 检测 detection | n | median ms | p95 ms | max ms |\n|---|---|---|---|---|");
        rows.forEach(System.out::println);
    }

    private void measure(String tier, List<String> rows) throws Exception {
        var filed = FiledTier.of(tier);
        var folder = filed.folder();
        var data = filed.data();
        if (Boolean.getBoolean("yuanliu.bench.filing-only")) {
            return;
        }
        try (var product = filed.open()) {
            whole(product, tier, rows);
            digest(product, tier);
            truth(product, tier, folder);
            changes(product, tier, folder, data, rows);
            checks(product, tier, folder, rows);
        }
    }

    /// What was filed before the product was stopped is looked at when it starts: that is not measured.
    private static void waitForWhatWasLeft(Product product) throws Exception {
        while (product.ask("{ detectionRuns(first: 1) { nodes { state } } }", Map.of())
                .path("detectionRuns")
                .path("nodes")
                .path(0)
                .path("state")
                .asString()
                .equals("RUNNING")) {
            Thread.sleep(100);
        }
    }

    private static void whole(Product product, String tier, List<String> rows) throws Exception {
        waitForWhatWasLeft(product);
        var samples = new Samples("全量 whole, " + tier);
        var before = Product.processorTime();
        var heap = 0L;
        JsonNode run = null;
        for (var i = 0; i < WHOLE_RUNS; i++) {
            var began = product.ask("mutation { run: detectDuplicates { code } }", Map.of())
                    .path("run")
                    .path("code")
                    .asString();
            do {
                Thread.sleep(50);
                heap = Math.max(heap, Product.liveHeap());
                run = product.ask(
                                "query($code: String!) { run: detectionRun(code: $code) { state units findings added gone startedAt finishedAt message } }",
                                Map.of("code", began))
                        .path("run");
            } while (run.path("state").asString().equals("RUNNING"));
            if (!run.path("state").asString().equals("FINISHED")) {
                throw new AssertionError(run.toString());
            }
            samples.add(millis(run));
            System.out.printf("%s: %.0f ms%n", tier, millis(run));
        }
        System.out.printf(
                "%s: %s; heap here at most %d MiB of %d MiB; processor time of a run %.1f s here, %.1f s in Neo4j; load %.1f%n",
                tier,
                run,
                heap,
                Runtime.getRuntime().maxMemory() >> 20,
                (Product.processorTime()[0] - before[0]) / 1e3 / WHOLE_RUNS,
                (Product.processorTime()[1] - before[1]) / 1e3 / WHOLE_RUNS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        rows.add(samples.row());
    }

    /// A digest of all that is found, word for word: another detection that finds the same has the same.
    private static void digest(Product product, String tier) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        var parties = new LongAdder();
        var findings = product.cypher("""
                        MATCH (finding:DuplicateFinding {present: true})
                        RETURN finding.code AS code, finding.unitKey AS unit, finding.within AS within, finding.score AS score, finding.name AS name,
                          finding.signals AS signals, finding.suggestion AS suggestion, finding.saved AS saved,
                          COLLECT {
                            MATCH (finding)-[involves:INVOLVES]->(party)
                            RETURN involves.role + ' ' + toString(involves.confidence) + ' ' + party.key ORDER BY involves.place
                          } AS parties
                        ORDER BY code
                        """, Map.of());
        for (var finding : findings) {
            digest.update(new TreeMap<>(finding).toString().getBytes(StandardCharsets.UTF_8));
            parties.add(((List<?>) Objects.requireNonNull(finding.get("parties"))).size());
        }
        System.out.printf(
                "%s: %d findings, %d parties, digest %s%n",
                tier, findings.size(), parties.sum(), HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static double millis(JsonNode run) {
        return Duration.between(
                        OffsetDateTime.parse(run.path("startedAt").asString()),
                        OffsetDateTime.parse(run.path("finishedAt").asString()))
                .toNanos()
                / 1e6;
    }

    /// One resource is filed anew: of one of its fields the way in which it was come by is another, and back again.
    private static void changes(Product product, String tier, Path folder, Path data, List<String> rows)
            throws Exception {
        var samples = new Samples("增量 after one resource changes, " + tier);
        var wide = 0;
        var changed = resources(folder, CHANGES);
        for (var one : changed) {
            for (var acquisition : List.of("采集", one.acquisition())) {
                var file = Files.createTempFile(data, "fields", ".csv");
                Files.writeString(
                        file,
                        "resource,name,acquisition\n%s,\"%s\",%s\n"
                                .formatted(one.resource(), one.name(), acquisition));
                product.file(data, Map.of("fields.csv", file));
                Files.delete(file);
                var run = product.ask(
                                "{ detectionRuns(first: 1) { nodes { code scope trigger state units findings added gone startedAt finishedAt } } }",
                                Map.of())
                        .path("detectionRuns")
                        .path("nodes")
                        .path(0);
                if (!run.path("scope").asString().equals("TOUCHED")) {
                    wide++;
                    System.out.println(one + " " + run);
                } else {
                    samples.add(millis(run));
                }
            }
        }
        System.out.printf("%s: %d of %d changes led to a whole run%n", tier, wide, 2 * changed.size());
        if (wide < 2 * changed.size()) {
            rows.add(samples.row());
        }
    }

    private record Item(String resource, String name, String acquisition) {}

    private static List<Item> resources(Path folder, int wanted) throws IOException {
        var lines = 0L;
        try (var all = Files.lines(folder.resolve("fields.csv"))) {
            lines = all.count() - 1;
        }
        var step = lines / wanted;
        var items = new ArrayList<Item>();
        var at = 0L;
        try (var fields = CsvReader.builder().ofNamedCsvRecord(folder.resolve("fields.csv"))) {
            for (var row : fields) {
                if (at++ % step == step / 2 && items.size() < wanted) {
                    items.add(new Item(row.getField("resource"), row.getField("name"), row.getField("acquisition")));
                }
            }
        }
        return items;
    }

    /// Plans of twenty fields of those that are there.
    private static void checks(Product product, String tier, Path folder, List<String> rows) throws Exception {
        var names = new ArrayList<String>();
        for (var item : resources(folder, CHECKS)) {
            names.add(item.name());
        }
        var department = "";
        try (var departments = CsvReader.builder().ofNamedCsvRecord(folder.resolve("departments.csv"))) {
            for (var row : departments) {
                department = row.getField("code");
            }
        }
        var samples = new Samples("采集前核对 checkCollection of 20 fields, " + tier);
        for (var i = -20; i < CHECKS; i++) {
            var fields = new ArrayList<Map<String, Object>>();
            for (var j = 0; j < 20; j++) {
                fields.add(Map.of("name", names.get(Math.floorMod(i * 7 + j, names.size()))));
            }
            var plan = Map.of("name", "新系统" + i, "department", department, "fields", fields);
            var query =
                    "query($plan: CollectionPlan!) { checkCollection(plan: $plan) { coverage fields { name verdict advice source { asset { code } } } } }";
            if (i < 0) {
                product.ask(query, Map.of("plan", plan));
            } else {
                samples.time(() -> product.ask(query, Map.of("plan", plan)));
            }
        }
        rows.add(samples.row());
    }

    /// How much of what was planted is found, and how many of the pairs of one true finding are compared at all: those of
    /// which both were understood to be of its unit, or stand in one department's catalogue.
    private static void truth(Product product, String tier, Path folder) throws IOException {
        var planted = new TreeMap<String, List<String>>();
        var traps = new TreeMap<String, List<String>>();
        var doubles = new ArrayList<String>();
        try (var truth =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth").resolve("duplicates.csv"))) {
            for (var row : truth) {
                if (row.getField("kind").equals("CATALOGUE_ENTRY")) {
                    doubles.add(row.getField("party"));
                } else if (row.getField("label").equals("FINDING")) {
                    planted.computeIfAbsent(row.getField("kind") + " " + row.getField("unit"), key -> new ArrayList<>())
                            .add(Codes.key(row.getField("party")));
                } else {
                    traps.computeIfAbsent(row.getField("unit"), key -> new ArrayList<>())
                            .add(Codes.key(row.getField("party")));
                }
            }
        }
        var found = new TreeMap<String, Set<String>>();
        product.cypher("""
                        MATCH (finding:DuplicateFinding {present: true})
                        RETURN finding.kind AS kind, finding.unitKey AS unit,
                          COLLECT { MATCH (finding)-[involves:INVOLVES]->(party) WHERE involves.role <> 'SOURCE' RETURN party.key } AS parties
                        """, Map.of())
                .forEach(row -> found.computeIfAbsent(row.get("kind") + " " + row.get("unit"), key -> new TreeSet<>())
                        .addAll(((List<?>) Objects.requireNonNull(row.get("parties"))).stream().map(String::valueOf).toList()));
        var understood = new TreeMap<String, String>();
        product.cypher(
                        """
                        UNWIND $keys AS key
                        MATCH (field:DataField {key: key})
                        RETURN key, coalesce(field.understoodAs, head(COLLECT { MATCH (proposal:Proposal {number: field.proposal}) RETURN proposal.unitKey }),
                          head([(field)-[:HELD_AS]->(unit:SourceUnit) | unit.key]), '') AS unit
                        """,
                        Map.of("keys", planted.values().stream().flatMap(List::stream).toList()))
                .forEach(row -> understood.put(String.valueOf(row.get("key")), String.valueOf(row.get("unit"))));
        var pairs = 0L;
        var met = 0L;
        var whole = 0;
        var parties = 0;
        var named = 0;
        for (var one : planted.entrySet()) {
            var unit = one.getKey().substring(one.getKey().indexOf(' ') + 1);
            var together = one.getValue().stream()
                    .filter(party -> unit.equals(understood.get(party)))
                    .count();
            pairs += one.getValue().size() * (one.getValue().size() - 1L) / 2;
            met += together * (together - 1) / 2;
            var accused = found.getOrDefault(one.getKey(), Set.of());
            whole += accused.isEmpty() ? 0 : 1;
            parties += one.getValue().size();
            named += (int) one.getValue().stream().filter(accused::contains).count();
        }
        var twice = found.getOrDefault("CATALOGUE_ENTRY null", Set.of());
        var fallen = traps.entrySet().stream()
                .filter(one -> found.entrySet().stream()
                        .anyMatch(accused -> accused.getKey().endsWith(" " + one.getKey())
                                && one.getValue().stream().anyMatch(accused.getValue()::contains)))
                .count();
        System.out.printf(
                "%s: blocking recall %.3f (%d of %d pairs); planted findings found %d of %d, their parties %d of %d; doubled entries %d of %d; traps fallen into %d of %d; findings by kind %s%n",
                tier,
                pairs == 0 ? 1 : (double) met / pairs,
                met,
                pairs,
                whole,
                planted.size(),
                named,
                parties,
                doubles.stream().filter(twice::contains).count(),
                doubles.size(),
                fallen,
                traps.size(),
                kinds(product));
    }

    private static Map<String, Object> kinds(Product product) {
        var kinds = new TreeMap<String, Object>();
        product.cypher(
                        "MATCH (finding:DuplicateFinding {present: true}) RETURN finding.kind AS kind, count(*) AS findings",
                        Map.of())
                .forEach(row -> kinds.put(String.valueOf(row.get("kind")), row.get("findings")));
        return kinds;
    }
}
