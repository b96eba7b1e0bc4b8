package yuanliu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Values;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.ExampleCity;
import yuanliu.web.Codes;
import yuanliu.web.Window;

/// The list and the summary say what a reader says who looks at every field, one by one.
class ConformancesTests {

    private static final CodeLists LISTS = CodeLists.read(null);

    /// Every field of a graph, read one by one.
    private record Reader(List<Seen> fields) {

        static Reader of(Driver driver) {
            try (var session = driver.session()) {
                var fields = session.run("""
                                MATCH (field:DataField)
                                OPTIONAL MATCH (field)-[bound:REPRESENTS]->(element:DataElement)
                                OPTIONAL MATCH (owner)-[:HAS_FIELD]->(field)
                                OPTIONAL MATCH (owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
                                OPTIONAL MATCH (department)-[:LOCATED_IN]->(region:Region)
                                RETURN field {.*, qualifier: coalesce(field.qualifier, bound.qualifier)} AS field, element {.*} AS element,
                                  owner.key AS owner, department.key AS department, region.key AS region,
                                  COLLECT { MATCH (region)-[:PART_OF]->*(above) RETURN above.key } AS within
                                """)
                        .list(row -> new Seen(
                                row.get("field").get("code").asString(),
                                row.get("element").isNull()
                                        ? null
                                        : row.get("element").get("key").asString(),
                                row.get("owner").asString(),
                                row.get("department").asString(null),
                                row.get("region").asString(null),
                                row.get("within").asList(org.neo4j.driver.Value::asString),
                                row.get("element").isNull()
                                        ? List.of()
                                        : Conformance.of(
                                                FieldShape.from(row.get("field")),
                                                ElementShape.from(row.get("element")),
                                                LISTS)));
                return new Reader(fields.stream()
                        .sorted(Comparator.comparing(Seen::code, Codes.ORDER))
                        .toList());
            }
        }

        Stream<Seen> of(ConformanceScope scope) {
            return fields.stream()
                    .filter(field -> (scope.department() == null
                                    || scope.department().equals(field.department()))
                            && (scope.element() == null || scope.element().equals(field.element()))
                            && (scope.resource() == null || scope.resource().equals(field.owner()))
                            && (scope.region() == null || field.within().contains(scope.region())));
        }

        List<String> list(ConformanceFilter filter) {
            Predicate<Deviation> wanted = deviation -> (filter.kinds() == null
                            || filter.kinds().contains(deviation.kind()))
                    && (filter.severities() == null || filter.severities().contains(deviation.severity()));
            var all = Boolean.FALSE.equals(filter.onlyDeviating())
                    && filter.kinds() == null
                    && filter.severities() == null;
            return of(filter.scope())
                    .filter(field -> all || field.deviations().stream().anyMatch(wanted))
                    .map(field -> field.code() + field.deviations())
                    .toList();
        }

        List<String> summary(ConformanceScope scope, SummaryBy by) {
            Function<Seen, @Nullable String> group = switch (by) {
                case TOTAL -> field -> null;
                case DEPARTMENT -> Seen::department;
                case ELEMENT -> Seen::element;
                case REGION -> Seen::region;
            };
            var groups = new TreeMap<@Nullable String, List<Seen>>(Comparator.nullsLast(Codes.ORDER));
            if (by == SummaryBy.TOTAL) {
                groups.put(null, new ArrayList<>());
            }
            of(scope)
                    .forEach(field -> groups.computeIfAbsent(group.apply(field), first -> new ArrayList<>())
                            .add(field));
            var rows = new ArrayList<String>();
            groups.forEach((code, some) -> {
                var conflicting =
                        count(some, field -> field.deviations().stream().anyMatch(Deviation::conflicts));
                var bound = count(some, field -> field.element() != null);
                var row = new StringBuilder("%s fields %d bound %d conforming %d conflicting %d deviating %d"
                        .formatted(
                                code,
                                some.size(),
                                bound,
                                bound - conflicting,
                                conflicting,
                                count(some, field -> !field.deviations().isEmpty())));
                for (var kind : DeviationKind.values()) {
                    row.append(" %s %d %d"
                            .formatted(
                                    kind,
                                    count(some, field -> field.has(kind, true)),
                                    count(some, field -> field.has(kind, false))));
                }
                rows.add(row.toString());
            });
            return rows;
        }

        private static long count(List<Seen> some, Predicate<Seen> which) {
            return some.stream().filter(which).count();
        }

        List<ConformanceScope> scopes(Random random) {
            var scopes = new ArrayList<>(List.of(
                    ConformanceScope.ALL,
                    new ConformanceScope("nobody", null, null, null),
                    new ConformanceScope(null, "nowhere", null, null)));
            for (int i = 0; i < 25; i++) {
                var some = fields.get(random.nextInt(fields.size()));
                var other = fields.get(random.nextInt(fields.size()));
                scopes.add(new ConformanceScope(
                        random.nextInt(3) == 0 ? some.department() : null,
                        random.nextInt(3) == 0 && !some.within().isEmpty()
                                ? some.within().get(random.nextInt(some.within().size()))
                                : null,
                        random.nextInt(4) == 0 ? some.owner() : null,
                        random.nextInt(3) == 0 ? other.element() : null));
            }
            return scopes;
        }
    }

    private record Seen(
            String code,
            @Nullable String element,
            String owner,
            @Nullable String department,
            @Nullable String region,
            List<String> within,
            List<Deviation> deviations) {

        boolean has(DeviationKind kind, boolean conflict) {
            return deviations.stream()
                    .anyMatch(deviation -> deviation.kind() == kind && deviation.conflicts() == conflict);
        }
    }

    abstract static class Same extends AgainstNeo4j {

        @Autowired
        private Conformances conformances;

        @Test
        void theListIsWhatIsReadFieldByFieldWhateverThePage() {
            var reader = Reader.of(driver);
            var random = new Random(46);
            for (var scope : reader.scopes(random)) {
                for (var filter : filters(scope, random)) {
                    var expected = reader.list(filter);

                    assertThat(walked(filter, 1 + random.nextInt(60)))
                            .as("%s", filter)
                            .isEqualTo(expected);
                    assertThat(conformances.count(filter)).as("%s", filter).isEqualTo(expected.size());
                }
            }
        }

        @Test
        void theSummaryIsWhatIsCountedFieldByField() {
            var reader = Reader.of(driver);
            for (var scope : reader.scopes(new Random(47))) {
                for (var by : SummaryBy.values()) {
                    var rows = conformances.summary(scope, by).stream()
                            .map(Same::told)
                            .toList();

                    assertThat(rows).as("%s by %s", scope, by).isEqualTo(reader.summary(scope, by));
                }
            }
        }

        private List<String> walked(ConformanceFilter filter, int first) {
            var walked = new ArrayList<String>();
            var after = Optional.<yuanliu.web.Cursor>empty();
            do {
                var window = new Window("list", first, after);
                var page = conformances.page(filter, window);
                page.stream().limit(first).forEach(one -> walked.add(one.field().code() + one.deviations()));
                after = page.size() > first
                        ? Optional.of(yuanliu.web.Cursor.at(
                                page.get(first - 1).field().code()))
                        : Optional.empty();
            } while (after.isPresent());
            return walked;
        }

        private static List<ConformanceFilter> filters(ConformanceScope scope, Random random) {
            Function<@Nullable List<DeviationKind>, Function<@Nullable List<DeviationSeverity>, ConformanceFilter>>
                    with = kinds -> severities -> new ConformanceFilter(
                    scope.department(),
                    scope.region(),
                    scope.resource(),
                    scope.element(),
                    kinds,
                    severities,
                    random.nextBoolean() ? null : Boolean.valueOf(random.nextBoolean()));
            var kinds = DeviationKind.values();
            return List.of(
                    with.apply(null).apply(null),
                    with.apply(List.of(kinds[random.nextInt(kinds.length)])).apply(null),
                    with.apply(null).apply(List.of(DeviationSeverity.CONFLICT)),
                    with.apply(List.of(DeviationKind.CODE_LIST, DeviationKind.LENGTH))
                            .apply(List.of(DeviationSeverity.HINT)));
        }

        private static String told(ConformanceSummary row) {
            var told = new StringBuilder("%s fields %d bound %d conforming %d conflicting %d deviating %d"
                    .formatted(
                            row.code(),
                            row.fields(),
                            row.bound(),
                            row.conforming(),
                            row.conflicting(),
                            row.deviating()));
            row.deviations()
                    .forEach(count ->
                            told.append(" %s %d %d".formatted(count.kind(), count.conflicts(), count.hints())));
            return told.toString();
        }
    }

    /// The demonstration city, as it is filed.
    @Nested
    class OfTheCity extends Same {

        @Autowired
        private ExampleCity city;

        @Override
        protected void fill() {
            city.file();
        }

        @Override
        protected String graph() {
            return ExampleCity.GRAPH;
        }
    }

    /// Fields of every kind of deviation, in regions within regions, and of nobody.
    @Nested
    class OfAnyGraph extends Same {

        @Override
        protected void fill() {
            var random = new Random(2261);
            try (var session = driver.session()) {
                session.run("""
                        UNWIND range(0, 6) AS i
                        CREATE (:Region {code: 'G' + i, key: 'G' + i, name: '区划' + i})
                        WITH count(*) AS made
                        UNWIND range(1, 6) AS i
                        MATCH (part:Region {key: 'G' + i}), (whole:Region {key: 'G' + ((i - 1) / 2)})
                        CREATE (part)-[:PART_OF]->(whole)
                        """).consume();
                for (int i = 0; i < 8; i++) {
                    session.run(
                                    "CREATE (:Department {code: $code, key: $code, name: $code})",
                                    Values.parameters("code", "B" + i))
                            .consume();
                    if (i > 0) {
                        session.run(
                                        "MATCH (d:Department {key: $d}), (r:Region {key: $r}) CREATE (d)-[:LOCATED_IN]->(r)",
                                        Values.parameters("d", "B" + i, "r", "G" + random.nextInt(7)))
                                .consume();
                    }
                }
                for (int i = 0; i < 10; i++) {
                    session.run(
                                    "CREATE (e:DataElement {code: $code, key: $code}) SET e += $of",
                                    Values.parameters("code", "E" + i, "of", element(random)))
                            .consume();
                }
                for (int i = 0; i < 30; i++) {
                    var form = i % 4 == 0;
                    session.run(
                                    "CREATE (o:$($label) {code: $code, key: $code, name: $code}) WITH o MATCH (d:Department {key: $d}) CREATE (o)-[:$($type)]->(d)",
                                    Values.parameters(
                                            "label",
                                            form ? "Form" : "DataResource",
                                            "code",
                                            "R" + i,
                                            "d",
                                            i % 9 == 0 ? "none" : "B" + random.nextInt(8),
                                            "type",
                                            form ? "ISSUED_BY" : "PROVIDED_BY"))
                            .consume();
                }
                for (int i = 0; i < 700; i++) {
                    var owner = "R" + random.nextInt(30);
                    session.run(
                                    """
                                    MATCH (o:DataResource|Form {key: $owner})
                                    CREATE (o)-[:HAS_FIELD]->(f:DataField {code: $code, key: $code, ownerKey: $owner})
                                    SET f += $of
                                    WITH f
                                    MATCH (e:DataElement {key: $element})
                                    CREATE (f)-[:REPRESENTS {qualifier: $qualifier}]->(e)
                                    """,
                                    Values.parameters(
                                            "owner",
                                            owner,
                                            "code",
                                            owner + "#" + i,
                                            "of",
                                            field(random),
                                            "element",
                                            "E" + random.nextInt(15),
                                            "qualifier",
                                            any(random, null, null, "配偶")))
                            .consume();
                }
            }
        }

        private static Map<String, Object> element(Random random) {
            var said = shape(random);
            said.put("name", any(random, "甲", "乙", "丙"));
            said.put("synonyms", List.of("又名"));
            return given(said);
        }

        private static Map<String, Object> field(Random random) {
            var said = shape(random);
            said.put("name", any(random, "甲", "乙", "又 名", "配偶甲", "丁"));
            said.put("qualifier", any(random, null, null, "配偶"));
            return given(said);
        }

        private static Map<String, @Nullable Object> shape(Random random) {
            var said = new TreeMap<String, @Nullable Object>();
            said.put("dataType", any(random, "字符型C", "数值型N", null));
            said.put("baseType", any(random, "CHARACTER", "NUMBER", "INTEGER", "DATE", "DATE_TIME", null));
            said.put("minLength", random.nextBoolean() ? null : 2L);
            said.put("maxLength", random.nextInt(3) == 0 ? null : Long.valueOf(random.nextInt(1, 4)));
            said.put("scale", random.nextBoolean() ? null : Long.valueOf(random.nextInt(3)));
            said.put(
                    "codeList",
                    any(random, "GB/T 2261.1", "GBT2261.1-2003", "性别代码", "GB/T 3304", "GB 11643", "自定", null, null));
            return said;
        }

        private static Map<String, Object> given(Map<String, @Nullable Object> said) {
            var given = new TreeMap<String, Object>();
            said.forEach((name, value) -> {
                if (value != null) {
                    given.put(name, Objects.requireNonNull(value));
                }
            });
            return given;
        }

        private static @Nullable String any(Random random, @Nullable String... some) {
            return some[random.nextInt(some.length)];
        }
    }
}
