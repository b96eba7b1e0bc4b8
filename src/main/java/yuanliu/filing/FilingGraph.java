package yuanliu.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.filing.reading.Sheet;
import yuanliu.memory.LineageChanges;
import yuanliu.memory.LineageTeller;

/// The graph as filing writes into it: in transactions that each leave it consistent.
@Component
final class FilingGraph implements Destination {

    /// The statements asked for by their whole name; the others are made of what [Named] says.
    private static final List<String> BY_NAME = List.of(
            "abandoned-filings",
            "anything-filed",
            "anything-there",
            "bare",
            "called-departments",
            "changed-derivations",
            "changed-filing",
            "counted-fields",
            "department-parents",
            "described-fields",
            "designated-units",
            "designations-of-elements",
            "fields-named-by-key",
            "fields-of-owners",
            "filed-derivations",
            "filed-fields",
            "filing",
            "filings",
            "graph-counts",
            "index-states",
            "late-designation-departments",
            "late-designation-fields",
            "late-unit-regions",
            "left-lease",
            "linked-designation-departments",
            "linked-designation-fields",
            "linked-resource-libraries",
            "made-units",
            "migrated-nodes",
            "migrated-relationships",
            "named-fields",
            "new-agreements",
            "new-derived-fields",
            "new-derived-forms",
            "new-derived-resources",
            "new-filing",
            "new-form-fields",
            "new-held-form-fields",
            "new-held-resource-fields",
            "new-resource-fields",
            "new-resources",
            "region-parents",
            "schema-constraints",
            "schema-indexes",
            "stale-element-fields",
            "stale-form-fields",
            "stale-resource-fields",
            "taken-lease",
            "touched",
            "undescribed-fields",
            "written-designations",
            "written-fields",
            "written-migrations");

    private static final int BATCH = 10_000;

    /// What is made by `new-…`, its links too, where it is not there yet.
    private static final Map<String, Sheet> MADE_WITH_LINKS =
            Map.of("resources", Sheet.RESOURCES, "agreements", Sheet.SHARING);

    private static final Set<String> LINKS_MADE = MADE_WITH_LINKS.values().stream()
            .flatMap(sheet -> Named.BY_SHEET.getOrDefault(sheet, List.of()).stream())
            .map(Named::linked)
            .collect(Collectors.toSet());

    private static final SessionConfig READING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    private final Driver driver;
    private final LineageTeller changes;
    private final Map<String, Statement> statements = new HashMap<>();
    private Runnable afterEach = () -> {};

    FilingGraph(Driver driver, CypherLibrary cypher, LineageTeller changes) {
        this.driver = driver;
        this.changes = changes;
        var names = new LinkedHashSet<>(BY_NAME);
        for (var things : Named.Things.values()) {
            names.add("filed-" + things.statements());
            if (things != Named.Things.AGREEMENT) {
                names.add("known-" + things.statements());
            }
            names.add("written-" + things.statements());
        }
        Named.BY_SHEET.values().stream().flatMap(List::stream).forEach(named -> {
            names.add("linked-" + named.linked());
            if (named.late()) {
                names.add("late-" + named.linked());
            }
        });
        names.forEach(name -> statements.put(name, cypher.get("filing/" + name)));
    }

    private String text(String name) {
        var statement = statements.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("No filing/%s among %s".formatted(name, statements.keySet()));
        }
        return statement.text();
    }

    /// What is done after each transaction; examples let the application die there.
    void afterEach(Runnable what) {
        afterEach = what;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public int waiting() {
        return 1;
    }

    @Override
    public boolean isEmpty() {
        return !read("anything-there", Map.of()).getFirst().get("there").asBoolean();
    }

    @Override
    public List<Record> read(String statement, Map<String, ? extends @Nullable Object> parameters) {
        var text = text(statement);
        try (var session = driver.session()) {
            return session.executeRead(
                    reading -> reading.run(text, known(parameters)).list());
        }
    }

    /// For somebody who waits: where the server cannot be reached, that is said and not tried again.
    List<Record> readNow(String statement, Map<String, ? extends @Nullable Object> parameters) {
        try (var session = driver.session(READING)) {
            return session.run(text(statement), known(parameters)).list();
        }
    }

    /// A statement of its own that is no part of what a package says.
    List<Record> written(String statement, Map<String, ? extends @Nullable Object> parameters) {
        var text = text(statement);
        try (var session = driver.session()) {
            return session.executeWrite(
                    writing -> writing.run(text, known(parameters)).list());
        }
    }

    @Override
    public void write(Consumer<Destination.Writing> work) {
        try (var session = driver.session()) {
            var known = session.executeWrite(transaction -> {
                var writing = new Transaction(transaction);
                work.accept(writing);
                return changes.say(transaction, writing.changed);
            });
            known.run();
        }
        afterEach.run();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> parameters) {
        return (Map<String, Object>) parameters;
    }

    /// A transaction.
    private final class Transaction implements Destination.Writing {

        private final TransactionContext transaction;
        private final LineageChanges.Changed changed = new LineageChanges.Changed();

        private Transaction(TransactionContext transaction) {
            this.transaction = transaction;
        }

        @Override
        public void run(String statement, String parameter, List<?> rows) {
            if (rows.isEmpty()) {
                return;
            }
            transaction.run(text(statement), Map.of(parameter, rows)).consume();
            note(statement, rows);
        }

        @Override
        public void things(String statements, List<Thing> things) {
            var sheet = MADE_WITH_LINKS.get(statements);
            if (sheet != null) {
                make(statements, sheet, things.stream().filter(Thing::isNew).toList());
            }
            run(
                    "written-" + statements,
                    "rows",
                    things.stream()
                            .filter(thing -> thing.isNew()
                                    ? sheet == null
                                    : !thing.changed().isEmpty())
                            .map(thing -> Map.of("key", thing.key(), "properties", thing.changed()))
                            .toList());
        }

        /// What is not there yet is linked to nothing that it would have to be parted from.
        private void make(String statements, Sheet sheet, List<Thing> things) {
            var links = Objects.requireNonNull(Named.BY_SHEET.get(sheet));
            var rows = new ArrayList<Map<String, @Nullable Object>>(things.size());
            for (var thing : things) {
                var row = new HashMap<String, @Nullable Object>();
                row.put("key", thing.key());
                row.put("properties", thing.changed());
                links.forEach(named -> row.put(named.column(), thing.relinked(named.linked())));
                rows.add(row);
            }
            runWhole("new-" + statements, rows, rows.size());
            note("written-" + statements, rows);
        }

        @Override
        public void links(String statements, List<Thing> things) {
            run(
                    "linked-" + statements,
                    "rows",
                    things.stream()
                            .filter(thing ->
                                    thing.isRelinked(statements) && !(thing.isNew() && LINKS_MADE.contains(statements)))
                            .map(thing -> {
                                var row = new HashMap<String, @Nullable Object>();
                                row.put("key", thing.key());
                                row.put("target", thing.relinked(statements));
                                return row;
                            })
                            .toList());
        }

        @Override
        public void derivations(String statement, LocalDate filedOn, List<Derived> rows) {
            run(
                    statement,
                    "rows",
                    rows.stream()
                            .map(row -> row.version() == 0
                                    ? Map.of(
                                            "edge",
                                            row.derivation().key(),
                                            "down",
                                            row.down(),
                                            "up",
                                            row.up(),
                                            "properties",
                                            firstVersion(row.derivation(), filedOn))
                                    : Map.of(
                                            "edge",
                                            row.derivation().key(),
                                            "down",
                                            row.down(),
                                            "version",
                                            row.version(),
                                            "properties",
                                            row.derivation().changed()))
                            .toList());
        }

        private static Map<String, @Nullable Object> firstVersion(Thing derivation, LocalDate filedOn) {
            var properties = derivation.changed();
            properties.put("filedOn", filedOn);
            properties.put("version", 1L);
            return properties;
        }

        /// What the statement has changed of that which the lineage in memory rests on.
        private void note(String statement, List<?> rows) {
            switch (statement) {
                case "written-resources",
                        "written-forms",
                        "linked-resource-providers",
                        "linked-resource-systems",
                        "linked-form-issuers",
                        "linked-form-systems" -> changed.owners(keys(rows, "key"));
                case "new-derived-resources", "new-derived-forms" -> changed.owners(keys(rows, "down"));
                case "written-fields" -> changed.fields(keys(rows, "key"));
                case "new-derived-fields" -> changed.fields(keys(rows, "down"));
                case "changed-derivations" -> {
                    // users of any kind; what a key does not name is not found
                    changed.owners(keys(rows, "down"));
                    changed.fields(keys(rows, "down"));
                }
                case "written-agreements",
                        "linked-agreement-resources",
                        "linked-agreement-consumers",
                        "linked-agreement-systems" -> changed.agreements(keys(rows, "key"));
                case "written-systems", "linked-system-operators" -> changed.systems(keys(rows, "key"));
                case "late-resource-systems", "late-form-systems", "late-agreement-systems" ->
                    changed.systems(keys(rows, ""));
                default -> {
                    // departments, regions, elements and designations are read where they are needed
                }
            }
        }

        private static List<String> keys(List<?> rows, String column) {
            return rows.stream()
                    .map(row -> row instanceof Map<?, ?> cells ? cells.get(column) : row)
                    .map(String::valueOf)
                    .toList();
        }

        /// New fields go by owner, so that each owner is found once for all its fields, and those with a unit apart,
        /// for which the statement then need not ask.
        @Override
        public void newFields(Sheet owners, List<NewField> fields) {
            var held = new LinkedHashMap<String, List<Object>>();
            var others = new LinkedHashMap<String, List<Object>>();
            for (var field : fields) {
                var properties = field.field().changed();
                var unit = field.unit();
                if (unit == null) {
                    others.computeIfAbsent(field.owner(), any -> new ArrayList<>())
                            .add(properties);
                } else {
                    held.computeIfAbsent(field.owner(), any -> new ArrayList<>())
                            .add(Map.of("unit", unit, "properties", properties));
                }
            }
            var what = owners == Sheet.RESOURCES ? "resource" : "form";
            runAll("new-held-%s-fields".formatted(what), held);
            runAll("new-%s-fields".formatted(what), others);
            changed.owners(held.keySet());
            changed.owners(others.keySet());
        }

        private void runAll(String statement, Map<String, List<Object>> fieldsByOwner) {
            if (fieldsByOwner.isEmpty()) {
                return;
            }
            var rows = fieldsByOwner.entrySet().stream()
                    .map(of -> Map.of("owner", of.getKey(), "fields", of.getValue()))
                    .toList();
            runWhole(
                    statement,
                    rows,
                    fieldsByOwner.values().stream().mapToInt(List::size).sum());
        }

        private void runWhole(String statement, List<?> rows, int expected) {
            if (rows.isEmpty()) {
                return;
            }
            var written = transaction
                    .run(text(statement), Map.of("rows", rows))
                    .single()
                    .get("written")
                    .asInt();
            if (written != expected) {
                throw new IllegalStateException("%s wrote %d of %d: what some belong to has gone meanwhile"
                        .formatted(statement, written, expected));
            }
        }
    }
}
