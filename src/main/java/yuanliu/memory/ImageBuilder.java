package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Reads the whole lineage of a day from the graph. What is written meanwhile may be in it or not: the changes since
/// the head that was read before tell.
final class ImageBuilder {

    /// How much there is to hold.
    record Counts(long owners, long fields, long derivations, long agreements) {

        static Counts of(Reading reading) {
            var row = reading.all("counts", Map.of()).getFirst();
            return new Counts(
                    row.get("owners").asLong(),
                    row.get("fields").asLong(),
                    row.get("derivations").asLong(),
                    row.get("agreements").asLong());
        }

        /// About how many bytes it takes while it is being read, which is when it takes most.
        long bytes() {
            return 52 * fields + 30 * derivations + 38 * agreements + 48 * owners + (8 << 20);
        }
    }

    private final Reading reading;
    private final Image image;
    private final LocalDate day;
    private final Map<String, Integer> waitingOwners = new LinkedHashMap<>();
    private final Map<String, Integer> waitingFields = new LinkedHashMap<>();
    private int rows;
    private int[] users;
    private int[] sources;
    private byte[] by;

    private ImageBuilder(Reading reading, LocalDate day, Counts counts) {
        this.reading = reading;
        this.day = day;
        this.image = new Image(day, room(counts.owners()), room(counts.fields()));
        this.users = new int[room(counts.derivations())];
        this.sources = new int[users.length];
        this.by = new byte[users.length];
    }

    private static int room(long count) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, count + count / 64 + 64));
    }

    static Image build(Reading reading, LocalDate day, Counts counts) {
        return new ImageBuilder(reading, day, counts).image();
    }

    private Image image() {
        reading.each("departments", Map.of(), row -> {
            image.ids.put(row.get("id").asLong(), Ids.Kind.DEPARTMENT, image.departments.size());
            image.departments.add(row.get("key").asString());
        });
        reading.each("systems", Map.of(), row -> {
            image.ids.put(row.get("id").asLong(), Ids.Kind.SYSTEM, image.systems.size());
            image.systems.add(row.get("key").asString());
            image.systemStatus.add(image.words.number(Reading.text(row.get("status"))));
            image.systemDepartment.add(number(Reading.node(row.get("department")), Ids.Kind.DEPARTMENT));
        });
        var derivations = CompletableFuture.runAsync(
                () -> reading.each("derivations", Map.of("day", day), this::derivation),
                task -> Thread.ofPlatform().name("memory-lineage").daemon().start(task));
        try {
            reading.each("resources-in-order", Map.of(), row -> nextOwner(row, false));
            reading.each("resources", Map.of(), row -> owner(row, false));
            reading.each("forms", Map.of(), row -> {
                nextOwner(row, true);
                owner(row, true);
            });
            reading.each("fields-in-order", Map.of(), this::next);
            reading.each("fields", Map.of(), this::field);
            image.ownerOrder = image.ownerOrder.with(placed(waitingOwners, "before-resources", "before-forms"));
            image.fieldOrder = image.fieldOrder.with(placed(waitingFields, "before-fields"));
            reading.each("agreements", Map.of("day", day), this::agreement);
            image.agreements.order(image.owners.size);
        } catch (RuntimeException failure) {
            derivations.cancel(true);
            throw failure;
        }
        try {
            derivations.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
        join();
        return image;
    }

    private int number(long node, Ids.Kind kind) {
        return node < 0 ? Image.NONE : image.ids.number(node, kind);
    }

    private void nextOwner(Record row, boolean form) {
        var columns = image.owners;
        var owner = columns.add();
        var id = row.get("id").asLong();
        image.ids.put(id, Ids.Kind.OWNER, owner);
        columns.id[owner] = (int) id;
        columns.form[owner] = form;
        columns.department[owner] = Image.NONE;
        columns.system[owner] = Image.NONE;
    }

    /// One that has come since all were numbered is left to the changes that tell of it.
    private void owner(Record row, boolean form) {
        var owner = image.owner(row.get("id").asLong());
        if (owner == Image.NONE) {
            return;
        }
        image.owners.say(
                owner,
                row,
                image.words,
                number(Reading.node(row.get("department")), Ids.Kind.DEPARTMENT),
                number(Reading.node(row.get("system")), Ids.Kind.SYSTEM));
        if (!row.get("code").isNull()) {
            waitingOwners.put((form ? "1" : "0") + row.get("code").asString(), owner);
        }
    }

    private void next(Record row) {
        var columns = image.fields;
        var field = columns.add();
        var id = row.get("id").asLong();
        image.ids.put(id, Ids.Kind.FIELD, field);
        columns.id[field] = (int) id;
        columns.owner[field] = Image.NONE;
        columns.unit[field] = Image.NONE;
    }

    /// One that has come since all were numbered is left to the changes that tell of it.
    private void field(Record row) {
        var field = image.field(row.get("id").asLong());
        if (field == Image.NONE) {
            return;
        }
        image.fields.say(
                field,
                row,
                image.words,
                number(Reading.node(row.get("owner")), Ids.Kind.OWNER),
                unit(image, Reading.node(row.get("unit"))));
        if (!row.get("code").isNull()) {
            waitingFields.put(row.get("code").asString(), field);
        }
    }

    static int unit(Image image, long node) {
        if (node < 0) {
            return Image.NONE;
        }
        var unit = image.ids.number(node, Ids.Kind.UNIT);
        if (unit == Image.NONE) {
            unit = image.units.size();
            image.ids.put(node, Ids.Kind.UNIT, unit);
            image.units.add((int) node);
        }
        return unit;
    }

    private void derivation(Record row) {
        var from = Reading.day(row.get("from"));
        noteBoundary(image, from, Reading.day(row.get("to")));
        if (from != null) {
            return;
        }
        if (rows == users.length) {
            users = java.util.Arrays.copyOf(users, rows + (rows >> 3) + 64);
            sources = java.util.Arrays.copyOf(sources, users.length);
            by = java.util.Arrays.copyOf(by, users.length);
        }
        users[rows] = (int) row.get("user").asLong();
        sources[rows] = (int) row.get("source").asLong();
        by[rows] = (byte) image.activities.number(Reading.text(row.get("activity")));
        rows++;
    }

    static void noteBoundary(Image image, @Nullable LocalDate from, @Nullable LocalDate to) {
        for (var day : new LocalDate[] {from, to}) {
            if (day != null && (image.boundary == null || day.isBefore(image.boundary))) {
                image.boundary = day;
            }
        }
    }

    private void agreement(Record row) {
        var owner = number(row.get("resource").asLong(), Ids.Kind.OWNER);
        var consumer = number(row.get("consumer").asLong(), Ids.Kind.DEPARTMENT);
        if (owner != Image.NONE && consumer != Image.NONE) {
            image.agreements.add(
                    owner, agreement(row, consumer, number(Reading.node(row.get("system")), Ids.Kind.SYSTEM)));
        }
    }

    static Agreements.Agreement agreement(Record row, int consumer, int system) {
        return new Agreements.Agreement(
                (int) row.get("id").asLong(),
                consumer,
                system,
                row.get("calls").asLong(),
                Agreements.Agreement.day(Reading.day(row.get("expiresOn"))),
                (byte) row.get("missing").asInt());
    }

    /// Where those stand whose key does not stand where their code would.
    private Int2ObjectOpenHashMap<Order.Place> placed(Map<String, Integer> waiting, String... statements) {
        var places = new Int2ObjectOpenHashMap<Order.Place>();
        for (int i = 0; i < statements.length; i++) {
            var mark = statements.length == 1 ? "" : String.valueOf(i);
            var codes = waiting.keySet().stream()
                    .filter(code -> code.startsWith(mark))
                    .map(code -> code.substring(mark.length()))
                    .toList();
            var kind = statements.length == 1 ? Ids.Kind.FIELD : Ids.Kind.OWNER;
            codes.forEach(code -> places.put(
                    java.util.Objects.requireNonNull(waiting.get(mark + code)).intValue(),
                    new Order.Place(Image.NONE, code)));
            if (!codes.isEmpty()) {
                reading.each(statements[i], Map.of("codes", codes), row -> {
                    var code = row.get("code").asString();
                    places.put(
                            java.util.Objects.requireNonNull(waiting.get(mark + code))
                                    .intValue(),
                            new Order.Place(number(row.get("id").asLong(), kind), code));
                });
            }
        }
        return places;
    }

    /// Rows between nodes become rows between numbers. Those of fields are laid out by their users, and read from there
    /// by their sources, so that each list is in the order of the numbers.
    private void join() {
        var fieldRows = 0;
        var wholeUsers = new int[16];
        var wholeSources = new int[16];
        var wholeBy = new byte[16];
        var wholeRows = 0;
        for (int row = 0; row < rows; row++) {
            var user = image.ids.number(users[row], Ids.Kind.FIELD);
            var source = image.ids.number(sources[row], Ids.Kind.FIELD);
            if (user != Image.NONE && source != Image.NONE) {
                users[fieldRows] = user;
                sources[fieldRows] = source;
                by[fieldRows] = by[row];
                fieldRows++;
                continue;
            }
            user = image.ids.number(users[row], Ids.Kind.OWNER);
            source = image.ids.number(sources[row], Ids.Kind.OWNER);
            if (user != Image.NONE && source != Image.NONE && !image.owners.form[source]) {
                if (wholeRows == wholeUsers.length) {
                    wholeUsers = java.util.Arrays.copyOf(wholeUsers, wholeRows * 2);
                    wholeSources = java.util.Arrays.copyOf(wholeSources, wholeRows * 2);
                    wholeBy = java.util.Arrays.copyOf(wholeBy, wholeRows * 2);
                }
                wholeUsers[wholeRows] = user;
                wholeSources[wholeRows] = source;
                wholeBy[wholeRows] = by[row];
                wholeRows++;
            }
        }
        image.sourcesOf = Adjacency.of(image.fields.size, fieldRows, users, sources, by);
        image.sourcesOf.readInto(users, sources, by);
        image.usersOf = Adjacency.of(image.fields.size, fieldRows, sources, users, by);
        image.wholeSourcesOf = Adjacency.of(image.owners.size, wholeRows, wholeUsers, wholeSources, wholeBy);
        image.wholeUsersOf = Adjacency.of(image.owners.size, wholeRows, wholeSources, wholeUsers, wholeBy);
        users = new int[0];
        sources = users;
        by = new byte[0];
        var owned = 0;
        var owners = new int[image.fields.size];
        var fields = new int[image.fields.size];
        for (int field = 0; field < image.fields.size; field++) {
            if (image.fields.owner[field] != Image.NONE) {
                owners[owned] = image.fields.owner[field];
                fields[owned] = field;
                owned++;
            }
        }
        image.fieldsOf = Adjacency.of(image.owners.size, owned, owners, fields, new byte[owned]);
        image.held = Held.of(image.units.size(), image.fields.unit, image.fields.size);
    }
}
