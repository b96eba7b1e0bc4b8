package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;
import yuanliu.web.Codes;

/// What changes make of an image: read from the graph first, as it is now, then brought in at once.
final class Patch {

    private final Reading reading;
    private final Image image;
    private final Reading.Changes changes;
    private List<Record> systems = List.of();
    private List<Record> owners = List.of();
    private List<Record> fields = List.of();
    private final List<Record> sources = new ArrayList<>();
    private final List<Record> agreements = new ArrayList<>();
    private final LongArrayList agreementNodes = new LongArrayList();
    private final Map<String, Long> beforeFields = new HashMap<>();
    private final Map<String, Long> beforeResources = new HashMap<>();
    private final Map<String, Long> beforeForms = new HashMap<>();

    private Patch(Reading reading, Image image, Reading.Changes changes) {
        this.reading = reading;
        this.image = image;
        this.changes = changes;
    }

    /// Reads what is needed, while others read the image: only the one who patches changes it.
    static Patch read(Reading reading, Image image, Reading.Changes changes) {
        var patch = new Patch(reading, image, changes);
        patch.read();
        return patch;
    }

    private void read() {
        systems = reading.all("touched-systems", Map.of("keys", List.copyOf(changes.systems())));
        var nodes = new ArrayList<Long>();
        reading.each("touched-agreements", Map.of("keys", List.copyOf(changes.agreements())), row -> {
            var id = row.get("id").asLong();
            agreementNodes.add(id);
            var owner = image.agreements.ownerOf((int) id);
            if (owner != Image.NONE) {
                nodes.add(image.ownerNode(owner));
            }
        });
        owners = reading.all(
                "touched-owners",
                Map.of(
                        "owners", List.copyOf(changes.owners()),
                        "fields", List.copyOf(changes.fields()),
                        "agreements", List.copyOf(changes.agreements()),
                        "systems", List.copyOf(changes.systems()),
                        "nodes", nodes));
        var ownerNodes = owners.stream().map(row -> row.get("id").asLong()).toList();
        fields = reading.all("fields-of-owners", Map.of("owners", ownerNodes, "fields", List.copyOf(changes.fields())));
        var users = new ArrayList<>(ownerNodes);
        fields.forEach(row -> users.add(row.get("id").asLong()));
        reading.each("sources-of", Map.of("nodes", users, "day", image.day()), sources::add);
        reading.each("agreements-of", Map.of("nodes", ownerNodes, "day", image.day()), agreements::add);
        before("before-fields", fields, row -> image.field(row.get("id").asLong()) == Image.NONE, beforeFields);
        before(
                "before-resources",
                owners,
                row -> !row.get("form").asBoolean() && image.owner(row.get("id").asLong()) == Image.NONE,
                beforeResources);
        before(
                "before-forms",
                owners,
                row -> row.get("form").asBoolean() && image.owner(row.get("id").asLong()) == Image.NONE,
                beforeForms);
    }

    private void before(
            String statement, List<Record> rows, java.util.function.Predicate<Record> isNew, Map<String, Long> found) {
        var codes = rows.stream()
                .filter(isNew)
                .map(row -> row.get("code").asString())
                .toList();
        if (!codes.isEmpty()) {
            reading.each(
                    statement,
                    Map.of("codes", codes),
                    row -> found.put(row.get("code").asString(), row.get("id").asLong()));
        }
    }

    /// Brings it in; nobody reads the image meanwhile.
    ///
    /// @return whether all was known that it speaks of: else something is newer than the changes that were read, and
    /// what was changed must be read again
    boolean apply() {
        image.sparesChanged();
        var whole = true;
        for (var row : systems) {
            department(
                    row.get("department").asLong(-1), row.get("departmentKey").asString(""));
            system(
                    row.get("id").asLong(),
                    row.get("key").asString(),
                    Reading.text(row.get("status")),
                    row.get("department").asLong(-1));
        }
        var newOwners = new LinkedHashMap<Integer, String>();
        owners.forEach(row -> owner(row, newOwners));
        whole &= placeOwners(newOwners);
        var newFields = new LinkedHashMap<Integer, String>();
        var fieldsOf = new Int2ObjectOpenHashMap<IntArrayList>();
        owners.forEach(row -> fieldsOf.put(image.owner(row.get("id").asLong()), new IntArrayList()));
        fields.forEach(row -> field(row, newFields, fieldsOf));
        whole &= placeFields(newFields);
        fieldsOf.int2ObjectEntrySet().forEach(entry -> {
            var its = entry.getValue().toIntArray();
            image.fieldOrder.sort(its, its.length);
            image.fieldsOf.change(entry.getIntKey(), new Adjacency.Rows(its, new byte[its.length]));
        });
        whole &= bringSources();
        bringAgreements();
        return whole;
    }

    private int department(long node, String key) {
        if (node < 0) {
            return Image.NONE;
        }
        var department = image.ids.number(node, Ids.Kind.DEPARTMENT);
        if (department == Image.NONE) {
            department = image.departments.size();
            image.ids.put(node, Ids.Kind.DEPARTMENT, department);
            image.departments.add(key);
            image.partiesChanged();
        }
        return department;
    }

    private int system(long node, String key, @org.jspecify.annotations.Nullable String status, long operator) {
        var system = image.ids.number(node, Ids.Kind.SYSTEM);
        if (system == Image.NONE) {
            system = image.systems.size();
            image.ids.put(node, Ids.Kind.SYSTEM, system);
            image.systems.add(key);
            image.systemStatus.add(0);
            image.systemDepartment.add(Image.NONE);
            image.partiesChanged();
        }
        var now = (int) image.words.number(status);
        var operatedBy = operator < 0 ? Image.NONE : image.ids.number(operator, Ids.Kind.DEPARTMENT);
        if (image.systemStatus.set(system, now) != now | image.systemDepartment.set(system, operatedBy) != operatedBy) {
            image.partiesChanged();
        }
        return system;
    }

    private int systemOf(Record row) {
        department(row.get("operator").asLong(-1), row.get("operatorKey").asString(""));
        return row.get("system").isNull()
                ? Image.NONE
                : system(
                        row.get("system").asLong(),
                        row.get("systemKey").asString(),
                        Reading.text(row.get("systemStatus")),
                        row.get("operator").asLong(-1));
    }

    private void owner(Record row, Map<Integer, String> added) {
        var node = row.get("id").asLong();
        var owner = image.owner(node);
        var columns = image.owners;
        if (owner == Image.NONE) {
            owner = columns.add();
            image.ids.put(node, Ids.Kind.OWNER, owner);
            columns.id[owner] = (int) node;
            columns.form[owner] = row.get("form").asBoolean();
            added.put(owner, row.get("code").asString());
        }
        columns.say(
                owner,
                row,
                image.words,
                department(
                        row.get("department").asLong(-1),
                        row.get("departmentKey").asString("")),
                systemOf(row));
    }

    private void field(Record row, Map<Integer, String> added, Int2ObjectOpenHashMap<IntArrayList> fieldsOf) {
        var node = row.get("id").asLong();
        var field = image.field(node);
        var columns = image.fields;
        if (field == Image.NONE) {
            field = columns.add();
            image.ids.put(node, Ids.Kind.FIELD, field);
            columns.id[field] = (int) node;
            added.put(field, row.get("code").asString());
        }
        var owner = row.get("owner").isNull()
                ? Image.NONE
                : image.owner(row.get("owner").asLong());
        var unit = ImageBuilder.unit(image, Reading.node(row.get("unit")));
        columns.say(field, row, image.words, owner, unit);
        if (unit != Image.NONE) {
            image.held.add(unit, field);
        }
        if (owner != Image.NONE) {
            Objects.requireNonNull(fieldsOf.get(owner)).add(field);
        }
    }

    private boolean placeFields(Map<Integer, String> added) {
        var places = new Int2ObjectOpenHashMap<Order.Place>();
        var whole = place(added, beforeFields, Ids.Kind.FIELD, image.fieldOrder, places);
        image.fieldOrder = image.fieldOrder.with(places);
        return whole;
    }

    private boolean placeOwners(Map<Integer, String> added) {
        var places = new Int2ObjectOpenHashMap<Order.Place>();
        var whole = true;
        for (var form : List.of(false, true)) {
            var these = new HashMap<>(added);
            these.keySet().removeIf(owner -> image.owners.form[owner] != form);
            whole &= place(these, form ? beforeForms : beforeResources, Ids.Kind.OWNER, image.ownerOrder, places);
        }
        image.ownerOrder = image.ownerOrder.with(places);
        return whole;
    }

    /// In the order of their codes, so that what stands behind another new one finds that placed.
    private boolean place(
            Map<Integer, String> added,
            Map<String, Long> before,
            Ids.Kind kind,
            Order order,
            Int2ObjectOpenHashMap<Order.Place> places) {
        var whole = true;
        var inOrder = new ArrayList<>(added.entrySet());
        inOrder.sort(Map.Entry.comparingByValue(Codes.ORDER));
        for (var one : inOrder) {
            var node = before.get(one.getValue());
            var behind = node == null ? Image.NONE : image.ids.number(node, kind);
            whole &= node == null || behind != Image.NONE;
            var anew = places.get(behind);
            var anchor = anew != null ? anew.behind() : behind == Image.NONE ? Image.NONE : order.anchor(behind);
            places.put(one.getKey().intValue(), new Order.Place(anchor, one.getValue()));
        }
        return whole;
    }

    /// Each user's rows anew; and at each source that has gained or lost one, its users anew.
    private boolean bringSources() {
        var whole = true;
        var rowsOf = new HashMap<Long, List<Record>>();
        for (var row : sources) {
            var from = Reading.day(row.get("from"));
            ImageBuilder.noteBoundary(image, from, Reading.day(row.get("to")));
            if (from == null) {
                rowsOf.computeIfAbsent(row.get("user").asLong(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        var fieldUsers = new Users(image.sourcesOf, image.usersOf);
        for (var row : fields) {
            whole &= fieldUsers.take(
                    image.field(row.get("id").asLong()),
                    rowsOf.getOrDefault(row.get("id").asLong(), List.of()),
                    Ids.Kind.FIELD);
        }
        fieldUsers.turn(image.fieldOrder);
        var wholeUsers = new Users(image.wholeSourcesOf, image.wholeUsersOf);
        for (var row : owners) {
            whole &= wholeUsers.take(
                    image.owner(row.get("id").asLong()),
                    rowsOf.getOrDefault(row.get("id").asLong(), List.of()),
                    Ids.Kind.OWNER);
        }
        wholeUsers.turn(image.ownerOrder);
        return whole;
    }

    private final class Users {

        private final Adjacency sourcesOf;
        private final Adjacency usersOf;
        private final IntOpenHashSet users = new IntOpenHashSet();
        private final Int2ObjectOpenHashMap<IntArrayList> turnedTo = new Int2ObjectOpenHashMap<>();
        private final Int2ObjectOpenHashMap<IntArrayList> turnedBy = new Int2ObjectOpenHashMap<>();

        Users(Adjacency sourcesOf, Adjacency usersOf) {
            this.sourcesOf = sourcesOf;
            this.usersOf = usersOf;
        }

        boolean take(int user, List<Record> rows, Ids.Kind kind) {
            var whole = true;
            var to = new IntArrayList();
            var by = new IntArrayList();
            for (var row : rows) {
                var source = image.ids.number(row.get("source").asLong(), kind);
                if (source == Image.NONE) {
                    whole = false;
                } else if (kind == Ids.Kind.FIELD || !image.owners.form[source]) {
                    to.add(source);
                    by.add(image.activities.number(Reading.text(row.get("activity"))));
                }
            }
            var before = sourcesOf.of(user);
            if (users.add(user)) {
                for (var source : before.to()) {
                    turned(source);
                }
                for (int i = 0; i < to.size(); i++) {
                    var source = to.getInt(i);
                    turned(source);
                    Objects.requireNonNull(turnedTo.get(source)).add(user);
                    Objects.requireNonNull(turnedBy.get(source)).add(by.getInt(i));
                }
                sourcesOf.change(user, new Adjacency.Rows(to.toIntArray(), bytes(by)));
            }
            return whole;
        }

        private void turned(int source) {
            turnedTo.computeIfAbsent(source, any -> new IntArrayList());
            turnedBy.computeIfAbsent(source, any -> new IntArrayList());
        }

        /// In order again, as the lists were laid out.
        void turn(Order order) {
            turnedTo.int2ObjectEntrySet().forEach(entry -> {
                var source = entry.getIntKey();
                var to = entry.getValue();
                var by = Objects.requireNonNull(turnedBy.get(source));
                var before = usersOf.of(source);
                for (int i = 0; i < before.to().length; i++) {
                    if (!users.contains(before.to()[i])) {
                        to.add(before.to()[i]);
                        by.add(before.by()[i]);
                    }
                }
                var places = new int[to.size()];
                java.util.Arrays.setAll(places, i -> i);
                it.unimi.dsi.fastutil.ints.IntArrays.mergeSort(
                        places, (one, other) -> order.compare(to.getInt(one), to.getInt(other)));
                var rows = new Adjacency.Rows(new int[places.length], new byte[places.length]);
                for (int i = 0; i < places.length; i++) {
                    rows.to()[i] = to.getInt(places[i]);
                    rows.by()[i] = (byte) by.getInt(places[i]);
                }
                usersOf.change(source, rows);
            });
        }

        private static byte[] bytes(IntArrayList numbers) {
            var bytes = new byte[numbers.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) numbers.getInt(i);
            }
            return bytes;
        }
    }

    private void bringAgreements() {
        var of = new Int2ObjectOpenHashMap<List<Agreements.Agreement>>();
        for (var node : agreementNodes) {
            var owner = image.agreements.ownerOf(Math.toIntExact(node));
            if (owner != Image.NONE) {
                var others = image.agreements.of(owner).stream()
                        .filter(one -> one.id() != node)
                        .toList();
                image.agreements.change(owner, others);
            }
        }
        owners.forEach(row -> of.put(image.owner(row.get("id").asLong()), new ArrayList<>()));
        for (var row : agreements) {
            var owner = image.owner(row.get("resource").asLong());
            var consumer = department(
                    row.get("consumer").asLong(), row.get("consumerKey").asString());
            Objects.requireNonNull(of.get(owner)).add(ImageBuilder.agreement(row, consumer, systemOf(row)));
        }
        of.int2ObjectEntrySet().forEach(entry -> image.agreements.change(entry.getIntKey(), entry.getValue()));
    }
}
