package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// Lineage and impact on generated graphs, through GraphQL over HTTP, and beside it a PostgreSQL that has the same rows,
/// covering indexes both ways, and is asked by a recursive common table expression that deduplicates. Every answer of the
/// one is compared with the other's. Prints medians and how many times faster the product is.
///
/// `mvn -Pbench test -Dtest=LineageBench -Dbench.heap=2g`, with `-Dyuanliu.bench.tiers=city,province` and
/// `-Dyuanliu.bench.seed=1`. A tier is filed once and found the next time.
class LineageBench {

    private static final String TIERS = System.getProperty("yuanliu.bench.tiers", "city,province");
    private static final int ORDINARY = Integer.getInteger("yuanliu.bench.ordinary", 200);
    private static final int HUBS = Integer.getInteger("yuanliu.bench.hubs", 20);
    private static final int TIMES = 5;

    private static final String WALK = """
            with recursive walk(id) as (
              select id from field where %s
              union
              select next.id from walk cross join lateral (
                select edge.%2$s as id from edge where edge.%3$s = walk.id
              ) next)
            select count(*) - 1 from walk""";

    private static final String HIT = """
            with recursive walk(id) as (
              select id from field where owner = %d
              union
              select next.id from walk cross join lateral (
                select edge.down as id from edge where edge.up = walk.id
                union all
                select other.id from field mine join whole on whole.up = mine.owner join field other on other.owner = whole.down
                where mine.id = walk.id
              ) next),
            hit as materialized (select field.id, field.owner from walk join field on field.id = walk.id where field.owner <> %1$d),
            owners as materialized (select owner.* from owner where id in (select owner from hit)),
            used as materialized (select * from agreement where owner = %1$d or owner in (select id from owners)),
            departments as (select department from owners union select consumer from used),
            systems as (select system from owners where system is not null union select system from used where system is not null)
            select (select count(*) from hit), (select count(*) from owners where not form), (select count(*) from systems),
              (select count(*) from departments where department is not null), (select count(*) from owners where form),
              (select count(*) from used), (select coalesce(sum(calls), 0) from used)""";

    private record Asked(String key, String code, int id) {}

    @Test
    void lineageAndImpactBesidePostgres() throws Exception {
        var rows = new ArrayList<String>();
        for (var tier : TIERS.split(",")) {
            var filed = FiledTier.of(tier);
            try (var product = filed.open();
                    var postgres = Postgres.start()) {
                System.out.println("PostgreSQL " + postgres.version());
                measure(tier, product, postgres, rows);
            }
        }
        System.out.println("| 问题 question | n | 源流 median ms | p95 ms | PostgreSQL median ms | p95 ms | 倍 times |\n"
                + "|---|---|---|---|---|---|---|");
        rows.forEach(System.out::println);
    }

    private static void measure(String tier, Product product, Postgres postgres, List<String> rows) throws Exception {
        var fields = load(product.driver(), postgres);
        for (var upstream : List.of(true, false)) {
            var which = fields.values().stream()
                    .filter(field -> field.id() >= 0)
                    .sorted(java.util.Comparator.comparing(Asked::key))
                    .collect(Collectors.toCollection(ArrayList::new));
            java.util.Collections.shuffle(which, new Random(1));
            rows.add(lineage(
                    "%s · %s ordinary field, %s".formatted(tier, "普通信息项", upstream ? "UPSTREAM" : "DOWNSTREAM"),
                    product,
                    postgres,
                    which.subList(0, Math.min(ORDINARY, which.size())),
                    upstream,
                    1));
        }
        var hubs = postgres.ask("select up from edge group by up order by count(*) desc, up limit " + HUBS).stream()
                .map(Integer::valueOf)
                .toList();
        var byId = fields.values().stream().collect(Collectors.toMap(Asked::id, field -> field));
        rows.add(lineage(
                tier + " · 枢纽信息项 hub, DOWNSTREAM",
                product,
                postgres,
                hubs.stream().map(byId::get).toList(),
                false,
                TIMES));
        rows.add(impact(tier + " · 枢纽资源停用 impact of a hub's resource, STOP", product, postgres));
    }

    private static String lineage(
            String name, Product product, Postgres postgres, List<Asked> fields, boolean upstream, int times)
            throws Exception {
        var query = "query($of: String!) { lineage(of: {dataField: $of}, direction: %s) { count hops { hop count } completeness { complete } } }"
                .formatted(upstream ? "UPSTREAM" : "DOWNSTREAM");
        var ours = new Samples(name);
        var theirs = new Samples(name);
        for (var time = -1; time < times; time++) {
            for (var field : fields) {
                var sql = WALK.formatted("id = " + field.id(), upstream ? "up" : "down", upstream ? "down" : "up");
                if (time < 0) {
                    product.ask(query, Map.of("of", field.code()));
                    postgres.ask(sql);
                } else {
                    var count = ours.time(() -> product.ask(query, Map.of("of", field.code())))
                            .path("lineage")
                            .path("count")
                            .asInt();
                    var counted = theirs.time(() -> postgres.ask(sql)).getFirst();
                    assertThat(count).as(field.code()).isEqualTo(Integer.parseInt(counted));
                }
            }
        }
        return row(ours, theirs);
    }

    private static String impact(String name, Product product, Postgres postgres) throws Exception {
        var query = """
                query($of: String!) { impact(of: {dataResource: $of}, change: STOP) {
                  totals { fields dataResources systems departments forms sharings calls }
                  departments(first: 50) { nodes { department { name } severity nearestHop } } } }""";
        var ours = new Samples(name);
        var theirs = new Samples(name);
        var hubs = postgres.ask(
                "select owner.id || '|' || owner.code from edge join field on field.id = edge.up join owner on owner.id = field.owner "
                        + "where not owner.form group by owner.id order by count(*) desc, owner.id limit "
                        + HUBS);
        for (var time = -1; time < TIMES; time++) {
            for (var hub : hubs) {
                var at = hub.indexOf('|');
                var sql = HIT.formatted(Integer.parseInt(hub.substring(0, at)));
                var code = hub.substring(at + 1);
                if (time < 0) {
                    product.ask(query, Map.of("of", code));
                    postgres.ask(sql);
                } else {
                    var totals = ours.time(() -> product.ask(query, Map.of("of", code)))
                            .path("impact")
                            .path("totals");
                    var told = theirs.time(() -> postgres.ask(sql)).getFirst();
                    assertThat(totals(totals)).as(code).isEqualTo(told);
                }
            }
        }
        return row(ours, theirs);
    }

    private static String totals(JsonNode totals) {
        return List.of("fields", "dataResources", "systems", "departments", "forms", "sharings", "calls").stream()
                .map(total -> totals.path(total).asString())
                .collect(Collectors.joining("|"));
    }

    private static String row(Samples ours, Samples theirs) {
        return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.2f |"
                .formatted(
                        ours.name(),
                        ours.size(),
                        ours.median(),
                        ours.quantile(0.95),
                        theirs.median(),
                        theirs.quantile(0.95),
                        theirs.median() / ours.median());
    }

    /// Brings what the graph says today into PostgreSQL.
    ///
    /// @return the fields by their keys
    private static Map<String, Asked> load(Driver driver, Postgres postgres) throws IOException {
        var folder = Files.createTempDirectory("yuanliu-bench");
        var owners = new HashMap<String, Integer>();
        var names = new HashMap<String, Integer>();
        var fields = new HashMap<String, Asked>();
        postgres.ask("create table owner(id int primary key, code text, system int, department int, form boolean)");
        postgres.ask("create table field(id int primary key, owner int)");
        postgres.ask("create table edge(down int, up int)");
        postgres.ask("create table whole(down int, up int)");
        postgres.ask("create table agreement(owner int, consumer int, system int, calls bigint)");
        var day = Map.<String, Object>of("day", LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")));
        read(postgres, driver, folder, "owner", day, """
                MATCH (owner:DataResource|Form)
                RETURN owner.key AS key, owner.code AS code, owner:Form AS form,
                  [(owner)-[:HOSTED_IN]->(system:InformationSystem) | system.key][0] AS system,
                  [(owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department) | department.key][0] AS department""", row -> {
            owners.put(row.get("key"), owners.size());
            return List.of(
                    String.valueOf(owners.size() - 1),
                    '"' + row.get("code") + '"',
                    number(names, "system ", row.get("system")),
                    number(names, "department ", row.get("department")),
                    row.get("form").toLowerCase(java.util.Locale.ROOT));
        });
        read(postgres, driver, folder, "field", day, """
                MATCH (owner:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
                RETURN owner.key AS owner, field.key AS key, field.code AS code""", row -> {
            var id = fields.size();
            fields.put(row.get("key"), new Asked(row.get("key"), row.get("code"), id));
            return List.of(String.valueOf(id), String.valueOf(owners.get(row.get("owner"))));
        });
        read(postgres, driver, folder, "edge", day, """
                MATCH (user:DataField)-[step:DERIVED_FROM]->(source:DataField)
                WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
                RETURN user.key AS user, source.key AS source""", row -> List.of(
                id(fields, row.get("user")), id(fields, row.get("source"))));
        read(postgres, driver, folder, "whole", day, """
                MATCH (user:DataResource|Form)-[step:DERIVED_FROM]->(source:DataResource)
                WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
                RETURN user.key AS user, source.key AS source""", row -> List.of(
                String.valueOf(owners.get(row.get("user"))), String.valueOf(owners.get(row.get("source")))));
        read(postgres, driver, folder, "agreement", day, """
                MATCH (agreement:SharingAgreement)-[:OF]->(resource:DataResource)
                WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
                RETURN resource.key AS resource, [(agreement)-[:GRANTED_TO]->(consumer:Department) | consumer.key][0] AS consumer,
                  [(agreement)-[:USED_BY]->(system:InformationSystem) | system.key][0] AS system, agreement.calls AS calls""", row -> List.of(
                String.valueOf(owners.get(row.get("resource"))),
                number(names, "department ", row.get("consumer")),
                number(names, "system ", row.get("system")),
                row.get("calls")));
        postgres.ask("create unique index field_owner on field(id) include (owner)");
        postgres.ask("create index owner_fields on field(owner) include (id)");
        postgres.ask("create index edge_down on edge(down) include (up)");
        postgres.ask("create index edge_up on edge(up) include (down)");
        postgres.ask("create index whole_up on whole(up) include (down)");
        postgres.ask("create index agreement_owner on agreement(owner) include (consumer, system, calls)");
        postgres.ask("vacuum analyze");
        return fields;
    }

    private static String id(Map<String, Asked> fields, String key) {
        return String.valueOf(Objects.requireNonNull(fields.get(key), key).id());
    }

    private static String number(Map<String, Integer> names, String kind, String name) {
        return name.isEmpty()
                ? ""
                : String.valueOf(names.computeIfAbsent(kind + name, any -> names.size()));
    }

    private interface Cells {
        List<String> of(Row row);
    }

    /// What is told, empty where the graph has nothing.
    private record Row(Map<String, String> cells) {

        String get(String cell) {
            return Objects.requireNonNull(cells.get(cell), cell);
        }
    }

    private static void read(
            Postgres postgres,
            Driver driver,
            Path folder,
            String table,
            Map<String, Object> parameters,
            String cypher,
            Cells cells)
            throws IOException {
        var file = folder.resolve(table + ".csv");
        try (var out = Files.newBufferedWriter(file);
                var session = driver.session()) {
            session.executeRead(work -> {
                work.run(cypher, parameters).forEachRemaining(row -> {
                    var told = new HashMap<String, String>();
                    row.keys()
                            .forEach(key -> told.put(
                                    key,
                                    row.get(key).isNull()
                                            ? ""
                                            : row.get(key).asObject().toString()));
                    try {
                        out.write(String.join(",", cells.of(new Row(told))));
                        out.write('\n');
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
                return true;
            });
        }
        file.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        postgres.copy(table, file);
        Files.delete(file);
    }
}
