package yuanliu.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import yuanliu.filing.reading.Sheet;

/// The files that `neo4j-admin database import` makes a graph of: what the statements under `cypher/filing` would write
/// into an empty one. Nodes are numbered as they are first named.
final class ImportFiles implements Destination, AutoCloseable {

    private static final Map<Sheet, String> LABELS = Map.of(
            Sheet.REGIONS, "Region",
            Sheet.DEPARTMENTS, "Department",
            Sheet.SYSTEMS, "InformationSystem",
            Sheet.ELEMENTS, "DataElement",
            Sheet.RESOURCES, "DataResource",
            Sheet.FORMS, "Form",
            Sheet.SHARING, "SharingAgreement");
    private static final String FIELD = "DataField";
    private static final String UNIT = "SourceUnit";
    private static final String DERIVED = "DERIVED_FROM";
    private static final Map<String, Object> OF_THE_CATALOGUE = Map.of("by", "目录", "confidence", 1.0);

    /// What is written at once stays in the cache of a processor.
    private static final int BATCH = 500;
    private static final int WAITING = 8;

    private record Link(String from, String type, String to) {}

    private final Path folder;
    private final Map<String, Consumer<Map<?, ?>>> statements = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, String> labelsOfThings = new HashMap<>();
    private final Map<String, Label> labels = new TreeMap<>();
    private final Map<String, ImportTable> types = new TreeMap<>();
    private long numbered;

    ImportFiles(Path folder) {
        this.folder = folder;
        LABELS.forEach((sheet, label) -> {
            var things = Objects.requireNonNull(Named.Things.of(sheet));
            labelsOfThings.put(things.statements(), label);
        });
        Named.BY_SHEET.forEach((sheet, all) -> {
            if (LABELS.containsKey(sheet)) {
                all.forEach(named -> link(named, Objects.requireNonNull(LABELS.get(sheet))));
            }
        });
        // whoever looks at what has changed looks at everything at first
        statements.put("touched", row -> {});
        statements.put("linked-resource-libraries", this::library);
        statements.put("made-units", this::unit);
        labelsOfThings.put("designations", "Designation");
        statements.put("designated-units", this::designated);
        links.put("designation-departments", new Link("Designation", "NAMES", "Department"));
        links.put("designation-fields", new Link("Designation", "AT", FIELD));
        links.put("new-derived-fields", new Link(FIELD, DERIVED, FIELD));
        links.put("new-derived-resources", new Link("DataResource", DERIVED, "DataResource"));
        links.put("new-derived-forms", new Link("Form", DERIVED, "DataResource"));
    }

    private void link(Named named, String from) {
        var to = Objects.requireNonNull(LABELS.get(named.things().sheet()));
        links.put(named.linked(), new Link(from, named.type(), to));
        // Nodes are numbered when they are named: so nothing is linked late.
        statements.put("late-" + named.linked(), key -> {});
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public int waiting() {
        return WAITING;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public List<Record> read(String statement, Map<String, ? extends @Nullable Object> parameters) {
        throw new IllegalStateException("Nothing can be read of files that are being written: " + statement);
    }

    @Override
    public void write(Consumer<Writing> work) {
        work.accept(writing);
    }

    private final Writing writing = new Writing() {

        @Override
        public void run(String statement, String parameter, List<?> rows) {
            if (!rows.isEmpty() && !statement.startsWith("late-")) {
                var use = of(statement, statements);
                rows.forEach(row -> use.accept((Map<?, ?>) row));
            }
        }

        @Override
        public void things(String things, List<Thing> all) {
            if (!all.isEmpty()) {
                var label = label(of(things, labelsOfThings));
                all.forEach(thing -> label.nodes.add(id(label, thing.key()), thing));
            }
        }

        @Override
        public void links(String statements, List<Thing> things) {
            if (things.isEmpty()) {
                return;
            }
            var link = of(statements, links);
            var from = label(link.from);
            var to = label(link.to);
            for (var thing : things) {
                var target = thing.relinked(statements);
                if (target != null) {
                    type(link.type).add(id(from, thing.key()), id(to, target), Map.of());
                }
            }
        }

        @Override
        public void newFields(Sheet owners, List<NewField> some) {
            if (some.isEmpty()) {
                return;
            }
            var fields = label(FIELD);
            var label = label(Objects.requireNonNull(LABELS.get(owners)));
            for (var one : some) {
                var field = id(fields, one.field().key());
                fields.nodes.add(field, one.field());
                type("HAS_FIELD").add(id(label, one.owner()), field, Map.of());
                if (one.element() != null) {
                    type("REPRESENTS").add(field, id(label("DataElement"), one.element()), OF_THE_CATALOGUE);
                }
                if (one.unit() != null) {
                    type("HELD_AS").add(field, id(label(UNIT), one.unit()), Map.of());
                }
            }
        }

        @Override
        public void derivations(String statement, LocalDate filedOn, List<Derived> rows) {
            var link = of(statement, links);
            var down = label(link.from);
            var up = label(link.to);
            var derived = type(link.type);
            for (var row : rows) {
                row.derivation().set("filedOn", filedOn);
                row.derivation().set("version", 1L);
                derived.add(id(down, row.down()), id(up, row.up()), row.derivation());
            }
        }
    };

    private static <T> T of(String statement, Map<String, T> known) {
        var use = known.get(statement);
        if (use == null) {
            throw new IllegalStateException("filing/%s says nothing of an empty graph".formatted(statement));
        }
        return use;
    }

    /// A node that is no row of a package.
    void node(String label, String key, Map<String, ? extends @Nullable Object> properties) {
        label(label).nodes.add(id(label, key), properties);
    }

    private void relationship(String type, long from, long to, Map<String, ? extends @Nullable Object> properties) {
        type(type).add(from, to, properties);
    }

    private ImportTable type(String type) {
        return types.computeIfAbsent(type, any -> table(type, ":START_ID", ":END_ID"));
    }

    private void library(Map<?, ?> row) {
        var key = row.get("target");
        if (key == null) {
            return;
        }
        if (!isThere("Library", key.toString())) {
            node("Library", key.toString(), Map.of("key", key, "code", row.get("code"), "name", row.get("name")));
        }
        relationship("BELONGS_TO", id("DataResource", key(row, "key")), id("Library", key.toString()), Map.of());
    }

    private void unit(Map<?, ?> unit) {
        var key = key(unit, "key");
        if (!isThere(UNIT, key)) {
            node(UNIT, key, properties(unit));
            relationship("OF", id(UNIT, key), id("DataElement", key(unit, "elementKey")), Map.of());
        }
    }

    private void designated(Map<?, ?> row) {
        var unit = map(row, "unit");
        var key = key(unit, "key");
        var fresh = !isThere(UNIT, key);
        unit(unit);
        relationship("OF", id("Designation", key(row, "key")), id(UNIT, key), Map.of());
        var region = unit.get("regionKey");
        if (fresh && region != null && isThere("Region", region.toString())) {
            relationship("WITHIN", id(UNIT, key), id("Region", region.toString()), Map.of());
        }
    }

    private static String key(Map<?, ?> row, String name) {
        return Objects.requireNonNull(row.get(name), name).toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(Map<?, ?> row, String name) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(row.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> properties(Map<?, ?> row) {
        return (Map<String, @Nullable Object>) row;
    }

    private boolean isThere(String label, String key) {
        return label(label).ids.contains(key);
    }

    private long id(String label, String key) {
        return id(label(label), key);
    }

    private long id(Label label, String key) {
        var id = label.ids.numberOr(key, numbered);
        if (id == numbered) {
            numbered++;
        }
        return id;
    }

    private Label label(String name) {
        return labels.computeIfAbsent(name, any -> new Label(new Seen(), table(name, ":ID")));
    }

    private ImportTable table(String name, String... ids) {
        try {
            return new ImportTable(folder, name, ids);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Label(Seen ids, ImportTable nodes) {}

    /// How many nodes there are of each label, and relationships of each type.
    Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        labels.forEach((name, label) -> counts.put("(:%s)".formatted(name), label.nodes.count()));
        types.forEach((name, table) -> counts.put("[:%s]".formatted(name), table.count()));
        return counts;
    }

    /// What `neo4j-admin database import full` is told, run in the folder of the files.
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        var broken = new ArrayList<String>();
        for (var label : labels.values()) {
            arguments.add("--nodes=%s=%s".formatted(label.nodes.name(), String.join(",", label.nodes.files())));
            broken.addAll(label.nodes.brokenFiles());
        }
        for (var table : types.values()) {
            arguments.add("--relationships=%s=%s".formatted(table.name(), String.join(",", table.files())));
            broken.addAll(table.brokenFiles());
        }
        arguments.add("--id-type=actual");
        arguments.add("--array-delimiter=U+001F");
        arguments.add("--path-pattern-style=none");
        if (!broken.isEmpty()) {
            arguments.add("--multiline-fields-format=v2");
            arguments.add("--multiline-fields=" + String.join(",", broken));
        }
        return arguments;
    }

    @Override
    public void close() {
        labels.values().forEach(label -> label.nodes.close());
        types.values().forEach(ImportTable::close);
        labels.forEach((name, label) -> {
            if (label.ids.size() != label.nodes.count()) {
                throw new IllegalStateException(
                        "%d of %s are named, %d are written".formatted(label.ids.size(), name, label.nodes.count()));
            }
        });
    }
}
