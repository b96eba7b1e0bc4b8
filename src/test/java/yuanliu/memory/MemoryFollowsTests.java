package yuanliu.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import yuanliu.GivenGraph;
import yuanliu.filing.FiledCity;
import yuanliu.web.Today;

/// The memory is brought up to what is written, and is then what it would be if it were read anew.
class MemoryFollowsTests extends GivenGraph {

    @Autowired
    private FiledCity filed;

    @Autowired
    private Memory memory;

    @Autowired
    private Reading reading;

    @Autowired
    private Today today;

    @Autowired
    private Neo4jConnectionDetails server;

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        LookedAt.noMore(memory);
    }

    @Test
    void aSeriesOfFilingsAndDecisionsLeavesItAsIfReadAnew() throws Exception {
        filed.file(Path.of("src", "main", "resources", "demo-city"));
        LookedAt.now(memory);
        var random = new Random(7);
        var followed = 0;
        for (int step = 0; step < 16; step++) {
            var read = memory.standing().readAt();
            if (step % 4 == 3) {
                decide(random);
            } else {
                filed.file(some(random, step));
            }
            memory.look();
            LookedAt.untilItAnswers(memory, today.date());
            assertThat(same(step)).isTrue();
            followed += Objects.equals(memory.standing().readAt(), read) ? 1 : 0;
        }
        assertThat(followed).as("how often it was not read anew").isGreaterThan(5);
    }

    private boolean same(int step) {
        var patched = Objects.requireNonNull(memory.ask(today.date(), MemoryFollowsTests::described)
                .orElseThrow(() -> new AssertionError("step %d: %s".formatted(step, memory.standing()))));
        var anew = described(ImageBuilder.build(reading, today.date(), ImageBuilder.Counts.of(reading)));
        assertThat(patched.keySet()).as("step %d", step).isEqualTo(anew.keySet());
        for (var what : anew.keySet()) {
            assertThat(patched.get(what)).as("step %d, %s", step, what).isEqualTo(anew.get(what));
        }
        return true;
    }

    /// A package that brings new things, changes some and moves some: resources, fields, rows of lineage, agreements,
    /// systems.
    private Path some(Random random, int step) throws IOException {
        var package_ = Files.createDirectories(folder.resolve("p" + step));
        var resources = codes("DataResource");
        var departments = codes("Department");
        var systems = codes("InformationSystem");
        var elements = codes("DataElement");
        var fields = codes("DataField").stream()
                .filter(code -> code.startsWith("R-"))
                .toList();
        var agreements = codes("SharingAgreement");
        var known = codes("DataResource");
        Files.write(
                package_.resolve("systems.csv"),
                rows(
                        "code,name,department,status",
                        () -> "%s,系统,%s,%s"
                                .formatted(
                                        random.nextBoolean() ? "X-NEW-" + step : one(random, systems),
                                        one(random, departments),
                                        random.nextInt(3) == 0 ? "停用" : "运行"),
                        2));
        var filing = new ArrayList<String>();
        Files.write(
                package_.resolve("resources.csv"),
                rows(
                        "code,name,provider,system,sharing,cycle,status",
                        () -> {
                            var code = random.nextBoolean()
                                    ? "R-NEW-%d-%d".formatted(step, filing.size())
                                    : one(random, resources);
                            filing.add(code);
                            return "%s,新资源,%s,%s,%s,每日,已发布"
                                    .formatted(
                                            code,
                                            one(random, departments),
                                            one(random, systems),
                                            random.nextBoolean() ? "不予共享" : "无条件共享");
                        },
                        4));
        known.addAll(filing);
        var newFields = new ArrayList<String>();
        Files.write(
                package_.resolve("fields.csv"),
                rows(
                        "resource,name,element,acquisition",
                        () -> {
                            var resource = one(random, filing);
                            var name = "新项" + (char) ('a' + random.nextInt(26)) + newFields.size();
                            newFields.add(resource + "#" + name);
                            return "%s,%s,%s,%s"
                                    .formatted(
                                            resource,
                                            name,
                                            random.nextBoolean() ? one(random, elements) : "",
                                            random.nextBoolean() ? "采集" : "共享获取");
                        },
                        6));
        var all = new ArrayList<>(fields);
        all.addAll(newFields);
        Files.write(
                package_.resolve("lineage.csv"),
                rows(
                        "resource,field,fromResource,fromField,activity,validTo",
                        () -> {
                            var ends = new String[] {"", ""};
                            if (random.nextInt(4) == 0) {
                                return "%s,,%s,,加工,".formatted(one(random, known), one(random, known));
                            }
                            for (int i = 0; i < 2; i++) {
                                var field = one(random, all);
                                ends[i] = field.substring(0, field.indexOf('#')) + ","
                                        + field.substring(field.indexOf('#') + 1);
                            }
                            return "%s,%s,交换,%s"
                                    .formatted(ends[0], ends[1], random.nextInt(5) == 0 ? "2020-01-01" : "");
                        },
                        10));
        Files.write(
                package_.resolve("sharing.csv"),
                rows(
                        "code,resource,consumer,system,calls,status",
                        () -> "%s,%s,%s,%s,%d,%s"
                                .formatted(
                                        random.nextBoolean()
                                                ? "G-NEW-%d-%d".formatted(step, random.nextInt(9))
                                                : one(random, agreements),
                                        one(random, known),
                                        one(random, departments),
                                        random.nextBoolean() ? one(random, systems) : "",
                                        random.nextInt(1_000),
                                        random.nextInt(4) == 0 ? "停用" : "使用中"),
                        4));
        return package_;
    }

    private static List<String> rows(String header, java.util.function.Supplier<String> row, int count) {
        var rows = new ArrayList<String>();
        rows.add(header);
        for (int i = 0; i < count; i++) {
            rows.add(row.get());
        }
        return rows;
    }

    private List<String> codes(String label) {
        return new ArrayList<>(graph.query("MATCH (n:%s) RETURN n.code AS code ORDER BY code".formatted(label))
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("code").asString())
                .all());
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Somebody says that a row of lineage is none, or that one ends.
    private void decide(Random random) {
        var rows = List.copyOf(graph.query(
                        "MATCH (:DataField)-[d:DERIVED_FROM]->(:DataField) RETURN d.edge AS edge, coalesce(d.version, 1) AS version ORDER BY edge")
                .fetch()
                .all());
        var row = rows.get(random.nextInt(rows.size()));
        var outcome = api.document("""
                        mutation($code: String!, $version: Long!) {
                          rejectDerivation(input: {derivation: $code, expectedVersion: $version, person: "甲", reason: "不是"}) {
                            __typename
                          }
                        }""")
                .variable("code", row.get("edge"))
                .variable("version", row.get("version"))
                .execute()
                .path("rejectDerivation.__typename")
                .entity(String.class)
                .get();
        assertThat(outcome).isEqualTo("DerivationRecorded");
    }

    /// What an image says, whatever the numbers are by which it says it.
    private static Map<String, String> described(Image image) {
        var told = new TreeMap<String, String>();
        for (int owner = 0; owner < image.owners.size; owner++) {
            var agreements = new TreeSet<String>();
            image.agreements
                    .of(owner)
                    .forEach(one -> agreements.add("%d to %s by %s, %d, %d, %d"
                            .formatted(
                                    one.id(),
                                    image.departments.get(one.consumer()),
                                    one.system() < 0 ? null : image.systems.get(one.system()),
                                    one.calls(),
                                    one.lastDay(),
                                    one.missing())));
            var facts = image.ownerFacts(owner);
            var parties = image.parties();
            told.put(
                    "owner " + image.ownerNode(owner),
                    "%s %s %s %s %s %s %s %s"
                                    .formatted(
                                            image.owners.form[owner],
                                            facts.status(),
                                            facts.cycle(),
                                            facts.sharing(),
                                            facts.department() < 0
                                                    ? ""
                                                    : parties.departments().get(facts.department()),
                                            facts.system() < 0 ? "" : told(parties, facts.system()),
                                            agreements,
                                            nodes(image.fieldsOf.of(owner), image::fieldNode))
                            + rows(image.wholeSourcesOf.of(owner), image, image::ownerNode)
                            + rows(image.wholeUsersOf.of(owner), image, image::ownerNode));
        }
        var ordered = new int[image.fields()];
        for (int field = 0; field < ordered.length; field++) {
            ordered[field] = field;
            told.put(
                    "field " + image.fieldNode(field),
                    "%s %s %s %s"
                                    .formatted(
                                            image.ownerOf(field) < 0 ? "" : image.ownerNode(image.ownerOf(field)),
                                            image.fields.unit[field] < 0
                                                    ? ""
                                                    : image.units.getInt(image.fields.unit[field]),
                                            image.words.word(image.fields.acquisition[field]),
                                            image.fields.withheld[field])
                            + rows(image.sourcesOf.of(field), image, image::fieldNode)
                            + rows(image.usersOf.of(field), image, image::fieldNode));
        }
        for (int unit = 0; unit < image.units.size(); unit++) {
            var of = unit;
            var holders = new TreeSet<Long>();
            image.held.each(unit, field -> {
                if (image.fields.unit[field] == of) {
                    assertThat(holders.add(image.fieldNode(field))).isTrue();
                }
            });
            if (!holders.isEmpty()) {
                told.put("unit " + image.units.getInt(unit), holders.toString());
            }
        }
        image.fieldOrder.sort(ordered, ordered.length);
        var inOrder = new StringBuilder();
        for (var field : ordered) {
            inOrder.append(image.fieldNode(field)).append(' ');
        }
        told.put("fields in order", inOrder.toString());
        return told;
    }

    private static String told(Image.Parties parties, int number) {
        var system = parties.systems().get(number);
        return "%s %s %s"
                .formatted(
                        system.key(),
                        system.status(),
                        system.department() < 0 ? "" : parties.departments().get(system.department()));
    }

    private interface NodeOf {
        long of(int number);
    }

    private static String nodes(Adjacency.Rows rows, NodeOf node) {
        var nodes = new ArrayList<Long>();
        for (var to : rows.to()) {
            nodes.add(node.of(to));
        }
        return nodes.toString();
    }

    private static String rows(Adjacency.Rows rows, Image image, NodeOf node) {
        var told = new TreeSet<String>();
        var counts = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < rows.to().length; i++) {
            counts.merge(node.of(rows.to()[i]) + " by " + image.activities.word(rows.by()[i]), 1, Integer::sum);
        }
        counts.forEach((row, count) -> told.add(row + " " + count));
        return told.toString();
    }

    @Test
    void whatSomebodyElseWritesIsNoticedAndReadAnew() throws Exception {
        filed.file(Path.of("src", "main", "resources", "demo-city"));
        LookedAt.now(memory);
        var node = graph.query("MATCH (f:DataField {key: 'R-SS-QYK#注册资本'}) RETURN id(f) AS id")
                .fetchAs(Long.class)
                .mappedBy((types, row) -> row.get("id").asLong())
                .one()
                .orElseThrow();
        assertThat(memory.ask(today.date(), image -> image.sourcesOf.count(image.field(node))))
                .hasValue(1);

        // by a driver that is not the application's, as Browser is
        try (var browser = GraphDatabase.driver(server.getUri(), server.getAuthToken());
                var session = browser.session()) {
            session.run(
                            "MATCH (:DataField {key: 'R-SS-QYK#注册资本'})-[d:DERIVED_FROM]->() SET d.validTo = date('2020-01-01')")
                    .consume();
        }
        var noticed = false;
        for (int i = 0; i < 100 && !noticed; i++) {
            memory.look();
            noticed = memory.ask(today.date(), image -> image.sourcesOf.count(image.field(node)))
                    .filter(count -> count == 0)
                    .isPresent();
            Thread.sleep(100);
        }
        assertThat(noticed).isTrue();
    }

    @Test
    void whatIsWrittenHereIsNotAnsweredFromBefore() throws Exception {
        filed.file(Path.of("src", "main", "resources", "demo-city"));
        LookedAt.now(memory);
        decide(new Random(1));
        assertThat(memory.answers(today.date())).as("before it looks").isFalse();
        memory.look();
        assertThat(memory.answers(today.date())).isTrue();
        assertThat(memory.ask(LocalDate.of(2023, 1, 1), image -> image)).isEmpty();
    }
}
