package yuanliu.filing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import yuanliu.catalog.DataFormat;
import yuanliu.catalog.NineItems;
import yuanliu.catalog.Pinyin;
import yuanliu.filing.Named.Things;
import yuanliu.filing.reading.CatalogueCode;
import yuanliu.filing.reading.CataloguePackage;
import yuanliu.filing.reading.Cells;
import yuanliu.filing.reading.Column;
import yuanliu.filing.reading.CreditCode;
import yuanliu.filing.reading.FiledRow;
import yuanliu.filing.reading.Outcome;
import yuanliu.filing.reading.Sheet;
import yuanliu.lineage.Derivations;
import yuanliu.ownership.Unit;
import yuanliu.ownership.Units;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// One filing of one package: sheet after sheet, what may be named before what names it.
final class FilingRun {

    private static final int BATCH_CHARACTERS = 8 << 20;
    /// What a row costs beside its characters, in characters.
    private static final int ROW = 1_000;
    /// How much is worked on at once, as [#weight] weighs: 20,000 rows of the usual length, or more where there is
    /// room. As much again is read meanwhile.
    private static final long PART = Math.max(24_000_000, Runtime.getRuntime().maxMemory() / 32);
    /// What is of one owner is written in one transaction, unless that would not fit into memory, here and there.
    private static final int GIANT = 24_000_000;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_CELL = 1 << 20;
    /// In UTF-8 no character is normalised to more than 33 bytes: so a code of as many is never too long.
    private static final int SURELY_SHORT = 100;
    private static final int SHOWN = 200;
    private static final int SEARCHED = 4_000;
    private static final int LONGEST_KEY_BYTES = 4_000;
    private static final int ELEMENTS_AT_HAND = 20_000;
    /// How much of what a filing changes is remembered: nobody looks at more than a third of it, of one kind, one by
    /// one.
    private static final int MOST_TOUCHED = 15_000;
    private static final List<String> KEY_OF_LINEAGE =
            List.of("resource", "field", "fromResource", "fromField", "activity");
    private static final List<String> KEY_OF_DESIGNATION =
            List.of("element", "subject", "qualifier", "region", "department");
    private static final int KNOWN = 1;
    private static final int KEY_IS_NAME = 2;
    private static final int ITS_OWN = 4;
    private static final Set<String> CODES = Set.of("code", "uscc");
    /// What is said later of an element or a region.
    private static final Set<String> KEPT = Set.of("code", "name", "subject", "synonyms");
    private static final Set<String> OF_ITS_OWN = Set.of("采集", "产生");
    private static final Set<String> MACHINES = Set.of("事件", "解析", "推断");
    private static final Set<String> WITHOUT_DEPARTMENT = Set.of("无法定数源", "待认定");
    private static final Set<Sheet> SEARCHABLE =
            Set.of(Sheet.DEPARTMENTS, Sheet.SYSTEMS, Sheet.ELEMENTS, Sheet.RESOURCES, Sheet.FORMS);
    private static final Map<String, String> ENDS = Map.of("validTo", "validFrom", "expiresOn", "grantedOn");

    private final String code;
    private final boolean dryRun;
    private final CataloguePackage filed;
    private final Path scratch;
    private final Destination graph;
    private final Units units;
    private final Problems problems;
    private final DoubleConsumer progress;
    private final long part;
    private final Map<Sheet, Tally> tallies = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Seen> accepted = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Seen> refused = new EnumMap<>(Sheet.class);
    private final Map<Things, Seen> asked = new EnumMap<>(Things.class);
    private final Map<Things, Seen> inGraph = new EnumMap<>(Things.class);
    /// What rows of those at hand have been filed under a key, and what they said. All rows of a key are at hand at
    /// once.
    private final Map<String, Long> filedHere = new HashMap<>();
    private Map<String, Integer> lastRows = Map.of();
    private final Map<Sheet, Long> weights = new EnumMap<>(Sheet.class);
    private final Map<String, String> days = new Known<>();
    private final Map<List<String>, Optional<DataFormat>> formats = new Known<>();
    private final Map<String, String> initials = new Known<>();
    private final Map<yuanliu.ownership.Cells, Unit> unitsByCells = new Known<>();
    private final Map<Sheet, List<Reading>> readings = new EnumMap<>(Sheet.class);
    private final Map<Sheet, List<Named>> named = new EnumMap<>(Sheet.class);
    private final Seen madeUnits = new Seen();
    private final Map<Sheet, Set<String>> codeColumns = new EnumMap<>(Sheet.class);
    private final Set<String> secret = new HashSet<>();
    private final Seen fieldsOfPackage = new Seen();
    private final Map<String, String> keysOfFields = new HashMap<>();
    private final Seen otherKeys = new Seen();
    private final Seen providersOfPackage = new Seen();
    private final Seen refusedFields = new Seen();
    private final Map<String, Thing> elements = new HashMap<>();
    private final Map<String, Thing> elementsOfPackage = new HashMap<>();
    private final Map<String, Thing> regionsOfPackage = new HashMap<>();
    private final Map<String, Set<String>> departmentsByUscc = new HashMap<>();
    private final Map<String, Set<String>> departmentsByName = new HashMap<>();
    private FiledRow.@Nullable Shape shapeChecked;
    private @Nullable Sheet sheetChecked;
    private List<Checked> columnsChecked = List.of();
    private final Said lastSaid = new Said();
    private boolean wasEmpty;
    private int touched;
    /// Keys of the fields that the latest transactions write, which may not be through yet.
    private final Deque<Set<String>> beingWritten = new ArrayDeque<>();
    private long toDo;
    private long done;

    FilingRun(
            String code,
            boolean dryRun,
            CataloguePackage filed,
            Path scratch,
            Destination graph,
            Units units,
            Problems problems,
            DoubleConsumer progress) {
        this(code, dryRun, filed, scratch, graph, units, problems, progress, PART);
    }

    /// @param part how much is worked on at once, as [#weight] weighs
    FilingRun(
            String code,
            boolean dryRun,
            CataloguePackage filed,
            Path scratch,
            Destination graph,
            Units units,
            Problems problems,
            DoubleConsumer progress,
            long part) {
        this.part = part;
        this.code = code;
        this.dryRun = dryRun;
        this.filed = filed;
        this.scratch = scratch;
        this.graph = graph;
        this.units = units;
        this.problems = problems;
        this.progress = progress;
    }

    void run() throws IOException {
        var sheets = Set.copyOf(filed.sheets());
        for (var sheet : Sheet.values()) {
            if (sheets.contains(sheet)) {
                tallies.put(sheet, new Tally(sheet));
            }
        }
        toDo = toDo();
        wasEmpty = graph.isEmpty();
        for (var sheet : Sheet.values()) {
            switch (sheet) {
                case REGIONS, DEPARTMENTS, SYSTEMS, ELEMENTS, SHARING -> fileThings(sheet);
                case RESOURCES -> fileOwners(sheet, Sheet.FIELDS);
                case FORMS -> fileOwners(sheet, Sheet.FORM_FIELDS);
                case LINEAGE -> fileLineage();
                case DESIGNATIONS -> fileDesignations();
                case FIELDS, FORM_FIELDS -> {}
            }
        }
        describeLate();
        for (var oddity : new LinkedHashSet<>(filed.oddities())) {
            var sheet = Sheet.titled(oddity.sheet());
            sheet.map(tallies::get).ifPresent(tally -> tally.warned(oddity.row()));
            problems.add(
                    sheet.map(Sheet::ordinal).orElse(Sheet.values().length),
                    new Report.Problem(
                            oddity.sheet(),
                            oddity.row(),
                            oddity.column(),
                            shown(oddity.value()),
                            Report.Severity.WARNED,
                            oddity.code(),
                            oddity.message()),
                    null);
        }
    }

    /// How many rows are gone through, each as often as it is. What a sheet weighs is known then too.
    private long toDo() throws IOException {
        var rows = 0L;
        for (var sheet : tallies.keySet()) {
            var times = switch (sheet) {
                case FIELDS, FORM_FIELDS, SHARING, LINEAGE, DESIGNATIONS -> 2;
                default -> 3;
            };
            var size = filed.size(sheet);
            rows += times * size.rows();
            weights.put(sheet, size.characters() + ROW * size.rows());
        }
        return rows;
    }

    private void advance(int rows) {
        done += rows;
        progress.accept(toDo == 0 ? 1 : Math.min(1, (double) done / toDo));
    }

    /// Fields are found by the names of their elements too: so those whose element came or changed later.
    private void describeLate() {
        while (!dryRun && !wasEmpty) {
            var fields = graph.read("undescribed-fields", Map.of("size", graph.batch())).stream()
                    .map(row -> Thing.from(Layout.of(Sheet.FIELDS), row))
                    .toList();
            if (fields.isEmpty()) {
                return;
            }
            elements.clear();
            describeElements(fields);
            fields.forEach(this::describeField);
            write(writing -> writing.run(
                    "described-fields",
                    "rows",
                    fields.stream()
                            .map(field -> Map.of(
                                    "key",
                                    field.key(),
                                    "searchText",
                                    field.text("searchText"),
                                    "searchInitials",
                                    field.text("searchInitials")))
                            .toList()));
        }
    }

    List<Report.Counts> counts() {
        return tallies.values().stream().map(Tally::counts).toList();
    }

    private void fileThings(Sheet sheet) throws IOException {
        if (!tallies.containsKey(sheet)) {
            return;
        }
        if (sheet != Sheet.SHARING) {
            look(sheet);
        }
        together(sheet, row -> key(row, "code"), (rows, behind) -> {
            var things = fileAccepted(sheet, rows);
            var touched = sheet == Sheet.SHARING
                    ? touched(List::of, List::of, () -> keysOfChanged(things))
                    : List.<Map<String, Object>>of();
            behind.write(() -> {
                describe(sheet, things);
                return () -> {
                    write(writing -> {
                        writeThings(writing, sheet, things);
                        writing.run("touched", "rows", touched);
                    });
                    forget(things);
                };
            });
        });
        warnOfRings(sheet);
    }

    /// Goes through a sheet once to know what it files and what not, before anything is said of it.
    private void look(Sheet sheet) throws IOException {
        var fine = accepted.computeIfAbsent(sheet, any -> new Seen());
        var bad = refused.computeIfAbsent(sheet, any -> new Seen());
        if (sheet == Sheet.RESOURCES) {
            filed.read(sheet, row -> {
                var key = key(row, "code");
                if (isSecret(row) && !key.isEmpty()) {
                    secret.add(key);
                }
            });
            if (filed.isOfTemplate(sheet)) {
                knowDepartments();
            }
        }
        batches(sheet, rows -> {
            prefetch(sheet, rows);
            for (var row : rows) {
                var key = key(row, "code");
                if (key.isEmpty()) {
                    continue;
                }
                if (refusal(sheet, row) != null) {
                    bad.add(key);
                } else {
                    fine.put(key, row.number());
                }
            }
        });
    }

    /// Files the rows of a sheet that are not refused, some at a time, those that belong together at once.
    private void together(
            Sheet sheet, Function<FiledRow, String> belonging, BiConsumer<List<FiledRow>, WritingBehind> use)
            throws IOException {
        var parts = Math.toIntExact(weights.getOrDefault(sheet, 0L) / part) + 1;
        try (var spool = Spool.of(scratch, sheet.name(), parts);
                var behind = new WritingBehind(graph.waiting())) {
            batches(sheet, some -> {
                prefetch(sheet, some);
                for (var row : some) {
                    refuseOr(sheet, row, () -> spool.add(belonging.apply(row), row));
                }
            });
            for (var at = 0; at < parts; at++) {
                var groups = new LinkedHashMap<String, List<FiledRow>>();
                lastRows = new HashMap<>();
                for (var row : spool.rows(at, part)) {
                    groups.computeIfAbsent(belonging.apply(row), key -> new ArrayList<>(1))
                            .add(row);
                }
                for (var group : groups.values()) {
                    if (group.size() > 1) {
                        group.forEach(row -> lastRows.put(rowKey(sheet, row), row.number()));
                    }
                }
                spool.forget(at);
                var some = new ArrayList<FiledRow>();
                var weight = 0L;
                for (var group : groups.values()) {
                    some.addAll(group);
                    for (var row : group) {
                        weight += weight(row);
                    }
                    if (some.size() >= graph.batch() || weight > BATCH_CHARACTERS + (long) graph.batch() * ROW) {
                        use(some, rows -> use.accept(rows, behind));
                        some.clear();
                        weight = 0;
                    }
                }
                use(some, rows -> use.accept(rows, behind));
            }
            lastRows = Map.of();
        }
    }

    private void use(List<FiledRow> rows, Consumer<List<FiledRow>> use) {
        if (!rows.isEmpty()) {
            filedHere.clear();
            use.accept(List.copyOf(rows));
            advance(rows.size());
        }
    }

    private String rowKey(Sheet sheet, FiledRow row) {
        return switch (sheet) {
            case LINEAGE, DESIGNATIONS -> keyOfSeveral(sheet, row);
            default -> key(row, "code");
        };
    }

    /// Both ends, 活动类型 and 生效日期 of a derivation; unit, department and 生效日期 of a designation: as written.
    private String keyOfSeveral(Sheet sheet, FiledRow row) {
        var columns = sheet == Sheet.LINEAGE ? KEY_OF_LINEAGE : KEY_OF_DESIGNATION;
        var keys = new StringBuilder();
        for (var column : columns) {
            keys.append(key(row, column)).append('|');
        }
        return keys.append(day(row)).toString();
    }

    /// Whether a later row of the same key says what is to be: then this one changes nothing that is there.
    private boolean isSuperseded(Sheet sheet, FiledRow row, Thing thing) {
        var last = switch (sheet) {
            case FIELDS, FORM_FIELDS -> 0;
            case RESOURCES, FORMS -> accepted(sheet).number(key(row, "code"));
            default -> lastRows.isEmpty() ? 0 : lastRows.getOrDefault(rowKey(sheet, row), 0);
        };
        return last > row.number() && (!thing.isNew() || filedHere.containsKey(thing.key()));
    }

    /// The template names departments by 统一社会信用代码 or by name.
    private void knowDepartments() throws IOException {
        read("called-departments", Map.of()).forEach(row -> {
            var key = row.get("key").asString();
            know(departmentsByUscc, row.get("uscc").asString(""), key);
            know(departmentsByName, row.get("name").asString(""), key);
        });
        if (tallies.containsKey(Sheet.DEPARTMENTS)) {
            var fine = accepted(Sheet.DEPARTMENTS);
            filed.read(Sheet.DEPARTMENTS, row -> {
                if (fine.contains(key(row, "code"))) {
                    know(departmentsByUscc, row.compared("uscc"), key(row, "code"));
                    know(departmentsByName, row.compared("name"), key(row, "code"));
                }
            });
        }
    }

    private static void know(Map<String, Set<String>> departments, String called, String key) {
        if (!called.isBlank()) {
            departments
                    .computeIfAbsent(Codes.key(called).toUpperCase(java.util.Locale.ROOT), any -> new HashSet<>())
                    .add(key);
        }
    }

    /// A row of the template's resources with its department's code, where one alone is called so.
    private FiledRow withProvider(Sheet sheet, FiledRow row) {
        if (sheet != Sheet.RESOURCES
                || !filed.isOfTemplate(sheet)
                || row.compared("provider").isEmpty()) {
            return row;
        }
        var called = key(row, "provider").toUpperCase(java.util.Locale.ROOT);
        for (var departments : List.of(departmentsByUscc, departmentsByName)) {
            var keys = departments.getOrDefault(called, Set.of());
            if (keys.size() == 1) {
                return row.with("provider", keys.iterator().next());
            }
        }
        return row;
    }

    private Seen accepted(Sheet sheet) {
        return accepted.computeIfAbsent(sheet, any -> new Seen());
    }

    private boolean isRefused(Sheet sheet, String key) {
        return refused.computeIfAbsent(sheet, any -> new Seen()).contains(key)
                && !accepted(sheet).contains(key);
    }

    private void fileOwners(Sheet owners, Sheet fields) throws IOException {
        if (!tallies.containsKey(owners) && !tallies.containsKey(fields)) {
            return;
        }
        if (tallies.containsKey(owners)) {
            look(owners);
        }
        var whole = weights.getOrDefault(owners, 0L) + weights.getOrDefault(fields, 0L);
        var parts = Math.toIntExact(whole / part) + 1;
        try (var ownerRows = Spool.of(scratch, owners.name(), parts);
                var fieldRows = Spool.of(scratch, fields.name(), parts);
                var behind = new WritingBehind(graph.waiting())) {
            if (tallies.containsKey(owners)) {
                batches(owners, some -> {
                    prefetch(owners, some);
                    for (var row : some) {
                        refuseOr(owners, row, () -> ownerRows.add(key(row, "code"), row));
                    }
                });
            }
            if (tallies.containsKey(fields)) {
                var codes = new Seen();
                batches(fields, some -> {
                    prefetch(fields, some);
                    for (var row : some) {
                        refuseOr(fields, row, () -> {
                            var owner = key(row, ownerColumn(fields));
                            var own = key(row, "code");
                            var first = own.isEmpty() ? 0 : codes.number(own);
                            if (first != 0) {
                                refuse(
                                        fields,
                                        row,
                                        problem(
                                                fields,
                                                row,
                                                "code",
                                                "DUPLICATE_CODE",
                                                "与第%d行重复,信息项编码在图谱中唯一,该信息项未入库".formatted(first)));
                                refusedFields.add(owner + "#" + key(row, "name"));
                            } else {
                                if (!own.isEmpty()) {
                                    codes.put(own, row.number());
                                }
                                fieldRows.add(owner, row);
                            }
                        });
                    }
                });
            }
            for (var at = 0; at < parts; at++) {
                filePart(owners, fields, ownerRows, fieldRows, at, behind);
            }
        }
    }

    /// A part that weighs more than two others holds an owner that does not fit into memory with others.
    private void filePart(Sheet owners, Sheet fields, Spool ownerRows, Spool fieldRows, int at, WritingBehind behind)
            throws IOException {
        if (ownerRows.weight(at) + fieldRows.weight(at) <= 2 * part) {
            var own = ownerRows.rows(at, part);
            var others = fieldRows.rows(at, part);
            ownerRows.forget(at);
            fieldRows.forget(at);
            filePart(owners, fields, own, others, behind);
            return;
        }
        var heavy = new HashMap<String, Long>();
        ownerRows.each(at, row -> heavy.merge(key(row, "code"), weight(row), Long::sum));
        fieldRows.each(at, row -> heavy.merge(key(row, ownerColumn(fields)), weight(row), Long::sum));
        heavy.values().removeIf(weight -> weight <= GIANT);
        try (var giants = new Giants(scratch, owners.name())) {
            var own = new ArrayList<FiledRow>();
            var others = new ArrayList<FiledRow>();
            ownerRows.each(at, row -> {
                var owner = key(row, "code");
                if (heavy.containsKey(owner)) {
                    giants.own(owner).add(owner, row);
                } else {
                    own.add(row);
                }
            });
            fieldRows.each(at, row -> {
                var owner = key(row, ownerColumn(fields));
                if (heavy.containsKey(owner)) {
                    giants.fields(owner).add(owner, row);
                } else {
                    others.add(row);
                }
            });
            ownerRows.forget(at);
            fieldRows.forget(at);
            filePart(owners, fields, own, others, behind);
            for (var giant : giants.all().entrySet()) {
                fileGiant(owners, fields, giant.getKey(), giant.getValue(), behind);
            }
        }
    }

    /// How much of memory a row takes: its characters, and what a row costs beside them.
    static long weight(FiledRow row) {
        return (long) ROW + row.characters();
    }

    private void fileGiant(Sheet owners, Sheet fields, String owner, Giants.Giant giant, WritingBehind behind)
            throws IOException {
        var pieces = new Pieces(owners, fields, owner, giant.own().rows(0, 0), behind);
        giant.fields().each(0, pieces::add);
        pieces.end();
    }

    /// What one transaction cannot hold is written in several, the owner with the first of its fields.
    private final class Pieces {

        private final Sheet owners;
        private final Sheet fields;
        private final String owner;
        private final WritingBehind behind;
        private OwnerRows rows = new OwnerRows(new Seen());
        private long weight;

        Pieces(Sheet owners, Sheet fields, String owner, List<FiledRow> own, WritingBehind behind) {
            this.owners = owners;
            this.fields = fields;
            this.owner = owner;
            this.behind = behind;
            rows.own.addAll(own);
        }

        void add(FiledRow row) {
            rows.fields.add(row);
            weight += weight(row);
            if (rows.fields.size() == graph.batch() || weight > GIANT) {
                end();
                rows = rows.next();
                weight = 0;
            }
        }

        /// The next transaction begins by counting what this one wrote.
        void end() {
            if (!rows.own.isEmpty() || !rows.fields.isEmpty()) {
                fileSome(owners, fields, Map.of(owner, rows), behind);
                behind.await();
            }
        }
    }

    private static String ownerColumn(Sheet fields) {
        return fields == Sheet.FIELDS ? "resource" : "form";
    }

    /// Writes owners and their fields: what is of one owner in one transaction.
    private void filePart(
            Sheet owners, Sheet fields, List<FiledRow> ownerRows, List<FiledRow> fieldRows, WritingBehind behind) {
        var byOwner = new LinkedHashMap<String, OwnerRows>();
        ownerRows.forEach(row -> byOwner.computeIfAbsent(key(row, "code"), key -> new OwnerRows(new Seen()))
                .own
                .add(row));
        fieldRows.forEach(
                row -> byOwner.computeIfAbsent(key(row, ownerColumn(fields)), key -> new OwnerRows(new Seen()))
                        .fields
                        .add(row));
        var some = new LinkedHashMap<String, OwnerRows>();
        var size = 0;
        var weight = 0L;
        for (var owner : byOwner.entrySet()) {
            var ownWeight = owner.getValue().weight();
            if (ownWeight > GIANT) {
                var pieces = new Pieces(owners, fields, owner.getKey(), owner.getValue().own, behind);
                owner.getValue().fields.forEach(pieces::add);
                pieces.end();
                continue;
            }
            some.put(owner.getKey(), owner.getValue());
            size += owner.getValue().own.size() + owner.getValue().fields.size();
            weight += ownWeight;
            if (size >= graph.batch() || weight > BATCH_CHARACTERS + (long) graph.batch() * ROW) {
                fileSome(owners, fields, some, behind);
                some.clear();
                size = 0;
                weight = 0;
            }
        }
        if (!some.isEmpty()) {
            fileSome(owners, fields, some, behind);
        }
    }

    private void fileSome(Sheet owners, Sheet fields, Map<String, OwnerRows> some, WritingBehind behind) {
        filedHere.clear();
        var ownRows = some.values().stream().flatMap(rows -> rows.own.stream()).toList();
        var things = fileAccepted(owners, ownRows);
        var kind = owners == Sheet.RESOURCES ? Things.RESOURCE : Things.FORM;
        var ownersOfFields = new HashMap<String, Thing>();
        things.forEach(thing -> ownersOfFields.put(thing.key(), thing));
        var others = new LinkedHashSet<>(some.keySet());
        others.removeAll(ownersOfFields.keySet());
        some.forEach((key, rows) -> {
            if (rows.owner != null && others.remove(key)) {
                ownersOfFields.put(key, rows.owner);
            }
            rows.owner = ownersOfFields.get(key);
        });
        graphThings(kind, others).forEach(thing -> ownersOfFields.put(thing.key(), thing));
        var filedFields = fileFields(fields, some, ownersOfFields);
        advance(size(some));
        var touched = touched(() -> keysOfChanged(filedFields), () -> keysOfChanged(things), List::of);
        behind.write(() -> {
            describe(owners, things);
            var fieldsToWrite = toWrite(owners, filedFields, ownersOfFields);
            return () -> {
                write(writing -> {
                    writeThings(writing, owners, things);
                    writeFields(writing, owners, fields, fieldsToWrite, things);
                    writing.run("touched", "rows", touched);
                });
                forget(things);
                forget(filedFields);
            };
        });
        if (!wasEmpty) {
            if (beingWritten.size() == behind.underWay()) {
                beingWritten.removeFirst();
            }
            beingWritten.add(filedFields.stream().map(Thing::key).collect(Collectors.toSet()));
        }
    }

    private static int size(Map<String, OwnerRows> some) {
        return some.values().stream()
                .mapToInt(rows -> rows.own.size() + rows.fields.size())
                .sum();
    }

    /// Which of the nine items of 国令第809号 Article 13 a published resource does not state.
    private void warnOfMissingItems(FiledRow row, @Nullable Thing resource, boolean hasItems) {
        if (resource == null || !resource.text("status").equals("已发布")) {
            return;
        }
        var stated = new HashMap<String, String>();
        for (var alias : List.of("name", "format", "cycle", "sharing", "sharingMethod", "condition", "grade")) {
            stated.put(alias, resource.text(alias).isEmpty() ? resource.text(alias + "Text") : resource.text(alias));
        }
        stated.put("provider", "有");
        var missing = NineItems.missing(property -> Cells.compared(stated.getOrDefault(property, "")), hasItems);
        if (!missing.isEmpty()) {
            var titles = missing.stream().map(NineItems::title).collect(Collectors.joining("、"));
            warn(
                    Sheet.RESOURCES,
                    row,
                    problem(
                            Sheet.RESOURCES,
                            row,
                            "status",
                            "MISSING_ITEM",
                            "资源已发布,但缺少《政务数据共享条例》第十三条规定的内容:%s,已入库".formatted(titles)));
        }
    }

    private List<Thing> fileFields(Sheet sheet, Map<String, OwnerRows> some, Map<String, Thing> owners) {
        var old = some.keySet().stream()
                .filter(key -> owners.containsKey(key) && !owners.get(key).isNew())
                .toList();
        var next = new HashMap<String, Integer>();
        if (!old.isEmpty()) {
            read("counted-fields", Map.of("owners", old))
                    .forEach(row -> next.put(
                            row.get("owner").asString(), row.get("fields").asInt()));
        }
        if (wasEmpty) {
            some.forEach((key, rows) -> next.put(key, rows.written));
        }
        if (sheet == Sheet.FIELDS) {
            some.forEach((key, of) -> {
                if (!of.own.isEmpty()) {
                    var hasItems = next.getOrDefault(key, 0) > 0 || !of.fields.isEmpty();
                    warnOfMissingItems(of.own.getLast(), owners.get(key), hasItems);
                }
            });
        }
        var called = called(some, owners);
        var taken = new HashMap<String, Thing>();
        var known = known(called, next, taken);
        var filedThings = new LinkedHashMap<String, Thing>();
        called.forEach(field -> fileField(sheet, field, known, taken, next, filedThings));
        some.forEach((key, rows) -> rows.written = next.getOrDefault(key, 0));
        return List.copyOf(filedThings.values());
    }

    /// Each field's name in its owner, and the code it gets when it is new.
    private static List<Called> called(Map<String, OwnerRows> some, Map<String, Thing> owners) {
        var called = new ArrayList<Called>();
        some.forEach((ownerKey, of) -> {
            var owner = owners.get(ownerKey);
            var ownerCode = owner == null ? ownerKey : owner.text("code");
            for (var row : of.fields) {
                var nameKey = row.key("name");
                var suffix = "";
                var second = Math.max(1, of.names.number(nameKey));
                if (of.names.contains(nameKey)) {
                    do {
                        second++;
                        suffix = "~" + second;
                    } while (!of.names.add(nameKey + suffix));
                }
                of.names.put(nameKey, second);
                var own = stripped(row, "code");
                var code = own.isEmpty() ? ownerCode + "#" + stripped(row, "name") + suffix : own;
                called.add(new Called(row, ownerKey, nameKey + suffix, suffix, code, Codes.key(code)));
            }
        });
        return called;
    }

    /// The fields among these that are in the graph, by owner and name.
    ///
    /// @param taken is given what has the code that one of these would get
    private Map<String, Thing> known(List<Called> called, Map<String, Integer> next, Map<String, Thing> taken) {
        var known = new HashMap<String, Thing>();
        var keys = new LinkedHashSet<String>();
        called.forEach(field -> keys.add(field.key()));
        graphThings("fields", Sheet.FIELDS, keys).forEach(thing -> {
            taken.put(thing.key(), thing);
            known.put(thing.text("ownerKey") + "#" + thing.text("nameKey"), thing);
        });
        var others = called.stream()
                .filter(field -> next.getOrDefault(field.owner(), 0) > 0 && !known.containsKey(field.name()))
                .collect(Collectors.groupingBy(
                        Called::owner, LinkedHashMap::new, Collectors.mapping(Called::nameKey, Collectors.toList())));
        if (!others.isEmpty()) {
            var rows = others.entrySet().stream()
                    .map(of -> Map.of("owner", of.getKey(), "names", of.getValue()))
                    .toList();
            read("fields-of-owners", Map.of("rows", rows)).stream()
                    .map(row -> Thing.from(Layout.of(Sheet.FIELDS), row))
                    .forEach(thing -> known.put(thing.text("ownerKey") + "#" + thing.text("nameKey"), thing));
        }
        return known;
    }

    private void fileField(
            Sheet sheet,
            Called field,
            Map<String, Thing> known,
            Map<String, Thing> taken,
            Map<String, Integer> next,
            Map<String, Thing> filedThings) {
        var row = field.row();
        var suffix = field.suffix();
        var thing = known.get(field.name());
        if (thing == null) {
            var own = stripped(row, "code");
            var key = field.key();
            if (taken.containsKey(key) || filedThings.containsKey(key) || isBeingWritten(key) || isTaken(key)) {
                refuse(
                        sheet,
                        row,
                        problem(
                                sheet,
                                row,
                                own.isEmpty() ? "name" : "code",
                                "DUPLICATE_CODE",
                                "编码“%s”已属于另一信息项,该%s未入库".formatted(shown(field.code()), sheet.title())));
                refusedFields.add(field.name());
                return;
            }
            if (field.code().codePointCount(0, field.code().length()) > LONGEST_CODE + LONGEST_CODE
                    || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY_BYTES) {
                refuse(
                        sheet,
                        row,
                        problem(sheet, row, "name", "TOO_LONG", "由名称组成的编码过长,该%s未入库".formatted(sheet.title())));
                refusedFields.add(field.name());
                return;
            }
            thing = new Thing(Layout.of(sheet), key);
            thing.set("key", key);
            thing.set("code", field.code());
            thing.set("nameKey", field.nameKey());
            thing.set("ownerKey", field.owner());
            thing.set("ordinal", (long) next.merge(field.owner(), 1, Integer::sum));
            if (sheet == Sheet.FORM_FIELDS) {
                thing.set("acquisition", "采集");
            }
        }
        if (!suffix.isEmpty()) {
            warn(
                    sheet,
                    row,
                    problem(
                            sheet,
                            row,
                            "name",
                            "DUPLICATE_NAME",
                            "同一%s内名称“%s”重复,记为“%s”"
                                    .formatted(
                                            sheet == Sheet.FIELDS ? "资源" : "表单",
                                            shown(row.compared("name")),
                                            shown(row.compared("name") + suffix))));
        }
        apply(sheet, row, thing);
        if (!thing.isNew()
                && (thing.hasChanged("elementKey") || thing.hasChanged("subject") || thing.hasChanged("qualifier"))) {
            thing.set("stale", true);
        }
        filedThings.put(thing.key(), thing);
        if (dryRun || wasEmpty) {
            know(field, thing);
        }
    }

    /// What later rows ask of a field that the graph does not tell: a dry run writes nothing, and into a graph in which
    /// nothing was all comes from here.
    private void know(Called field, Thing thing) {
        var itsOwn = OF_ITS_OWN.contains(thing.text("acquisition")) ? ITS_OWN : 0;
        if (thing.key().equals(field.name())) {
            fieldsOfPackage.put(field.name(), KNOWN | KEY_IS_NAME | itsOwn);
        } else {
            fieldsOfPackage.put(field.name(), KNOWN | itsOwn);
            keysOfFields.put(field.name(), thing.key());
            otherKeys.add(thing.key());
        }
    }

    private boolean isBeingWritten(String key) {
        return beingWritten.stream().anyMatch(keys -> keys.contains(key));
    }

    private boolean isTaken(String key) {
        return wasEmpty && ((fieldsOfPackage.number(key) & KEY_IS_NAME) != 0 || otherKeys.contains(key));
    }

    private FieldsToWrite toWrite(Sheet owners, List<Thing> fields, Map<String, Thing> ownersOfFields) {
        if (dryRun) {
            return new FieldsToWrite(List.of(), List.of(), List.of(), List.of());
        }
        var changed = fields.stream().filter(Thing::hasChanged).toList();
        describeElements(changed);
        changed.forEach(this::describeField);
        var fresh = changed.stream().filter(Thing::isNew).toList();
        var made = new ArrayList<Map<String, @Nullable Object>>();
        var rows = new ArrayList<Destination.NewField>(fresh.size());
        for (var field : fresh) {
            var element = element(Objects.requireNonNullElse(field.relinked("field-elements"), ""));
            var unit =
                    element == null ? null : unit(element, field, ownersOfFields.get(field.text("ownerKey")), owners);
            if (unit != null && madeUnits.add(unit.key())) {
                made.add(unitProperties(unit));
            }
            rows.add(new Destination.NewField(
                    field,
                    field.text("ownerKey"),
                    element == null ? null : element.key(),
                    unit == null ? null : unit.key()));
        }
        return new FieldsToWrite(
                changed.stream().filter(thing -> !thing.isNew()).toList(), fresh, rows, made);
    }

    private void writeFields(
            Destination.Writing writing, Sheet owners, Sheet fields, FieldsToWrite toWrite, List<Thing> ownerThings) {
        writing.run("made-units", "units", toWrite.units());
        writing.newFields(owners, toWrite.rows());
        writing.things("fields", toWrite.changed());
        link(writing, fields, toWrite.changed());
        if (!wasEmpty) {
            writing.run(
                    "late-designation-fields",
                    "rows",
                    toWrite.fresh().stream()
                            .map(thing -> Map.of(
                                    "key",
                                    thing.key(),
                                    "named",
                                    fitted(thing.text("ownerKey") + "#" + thing.text("nameKey"))))
                            .toList());
        }
        var what = owners == Sheet.RESOURCES ? "subject" : "respondent";
        writing.run(
                owners == Sheet.RESOURCES ? "stale-resource-fields" : "stale-form-fields",
                "keys",
                ownerThings.stream()
                        .filter(thing -> thing.hasChanged(what) && !thing.isNew())
                        .map(Thing::key)
                        .toList());
    }

    private Unit unit(Thing element, Thing field, @Nullable Thing owner, Sheet owners) {
        return unitsByCells.computeIfAbsent(
                new yuanliu.ownership.Cells(
                        element.text("code"),
                        element.text("name"),
                        orNull(element.text("subject")),
                        orNull(field.text("subject")),
                        orNull(field.text("qualifier")),
                        owner == null || owners != Sheet.RESOURCES ? null : orNull(owner.text("subject")),
                        owner == null || owners != Sheet.FORMS ? null : orNull(owner.text("respondent")),
                        null,
                        null),
                units::resolve);
    }

    private void describeElements(List<Thing> fields) {
        var keys = new HashSet<String>();
        fields.forEach(field -> keys.add(field.text("elementKey")));
        keys.remove("");
        if (wasEmpty) {
            return;
        }
        if (elements.size() > ELEMENTS_AT_HAND) {
            elements.clear();
        }
        keys.removeAll(elements.keySet());
        graphThings(Things.ELEMENT, keys).forEach(element -> elements.put(element.key(), element));
    }

    private @Nullable Thing element(String key) {
        return (wasEmpty ? elementsOfPackage : elements).get(key);
    }

    private void describeField(Thing field) {
        var element = element(field.text("elementKey"));
        var words = new ArrayList<String>();
        if (element != null) {
            words.add(element.text("name"));
            words.addAll(texts(element.get("synonyms")));
        }
        describe(field, words);
    }

    private void describe(Sheet sheet, List<Thing> things) {
        if (SEARCHABLE.contains(sheet) && !dryRun) {
            things.stream().filter(Thing::hasChanged).forEach(thing -> {
                describe(thing, List.of());
                thing.set("nameKey", fitted(Codes.key(thing.text("name"))));
            });
        }
    }

    /// What is searched. Nothing is said twice: a nation has twenty million fields, and each has its name in its
    /// code.
    private void describe(Thing thing, List<String> more) {
        var name = thing.text("name");
        var names = new ArrayList<String>(List.of(name, thing.text("shortName")));
        names.addAll(texts(thing.get("synonyms")));
        names.addAll(more);
        var words = new ArrayList<>(names);
        words.addAll(List.of(
                ownPart(thing.text("code"), name),
                thing.text("summary"),
                thing.text("physicalName"),
                thing.text("identifier")));
        words.addAll(texts(thing.get("catalogueCodes")));
        var typed = new ArrayList<String>();
        names.forEach(one -> typed.add(initials.computeIfAbsent(one, Pinyin::initials)));
        thing.set("searchText", joined(words));
        thing.set("searchInitials", joined(typed));
    }

    /// A code without the name that stands behind its `#`.
    private static String ownPart(String code, String name) {
        var behind = code.length() - name.length();
        return behind > 0 && code.charAt(behind - 1) == '#' && code.endsWith(name)
                ? code.substring(0, behind - 1)
                : code;
    }

    private static String joined(List<String> words) {
        var set = new LinkedHashSet<>(words);
        set.remove("");
        var text = set.size() == 1 ? set.getFirst() : String.join(" ", set);
        return text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
    }

    private List<Thing> fileAccepted(Sheet sheet, List<FiledRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var kind = java.util.Objects.requireNonNull(Things.of(sheet));
        var keys = new LinkedHashSet<String>();
        rows.forEach(row -> keys.add(key(row, "code")));
        var known = new HashMap<String, Thing>();
        graphThings(kind, keys).forEach(thing -> known.put(thing.key(), thing));
        var things = new LinkedHashMap<String, Thing>();
        for (var row : rows) {
            var key = key(row, "code");
            var thing = things.computeIfAbsent(key, any -> {
                var found = known.get(key);
                return found == null ? new Thing(Layout.of(sheet), key) : found;
            });
            if (thing.text("code").isEmpty()) {
                thing.set("key", key);
                thing.set("code", stripped(row, "code"));
            }
            apply(sheet, row, thing);
            if (dryRun && sheet == Sheet.ELEMENTS) {
                elementsOfPackage.put(key, thing);
            }
            if ((dryRun || wasEmpty) && sheet == Sheet.RESOURCES) {
                providersOfPackage.put(key, providersOfPackage.numberOf(key(row, "provider")));
            }
        }
        if (wasEmpty && (sheet == Sheet.ELEMENTS || sheet == Sheet.REGIONS)) {
            var kept = sheet == Sheet.ELEMENTS ? elementsOfPackage : regionsOfPackage;
            things.forEach((key, thing) -> kept.put(key, thing.only(KEPT)));
        }
        return List.copyOf(things.values());
    }

    private void apply(Sheet sheet, FiledRow row, Thing thing) {
        var superseded = isSuperseded(sheet, row, thing);
        apply(sheet, row, superseded ? thing.aside() : thing, false, superseded);
    }

    /// Brings what a row says into the thing, and counts the row.
    ///
    /// @param changedAlready whether the row has changed the thing before
    /// @param superseded     whether a later row says what is to be: then the thing is one aside, which nothing is made
    /// of
    private void apply(Sheet sheet, FiledRow row, Thing thing, boolean changedAlready, boolean superseded) {
        var properties = properties(sheet, row, thing);
        var again = sheet != Sheet.FIELDS && sheet != Sheet.FORM_FIELDS && isAgain(thing);
        if (again) {
            warn(sheet, row, problem(sheet, row, keyColumn(sheet), "DUPLICATE_KEY", "本次目录包中同一主键出现多次,以最后一行为准"));
        }
        var changed = changedAlready || thing.isNew() && !again;
        for (var at = 0; at < properties.size(); at++) {
            changed |= thing.set(properties.name(at), properties.value(at));
        }
        for (var one : Named.BY_SHEET.getOrDefault(sheet, List.of())) {
            changed |= name(sheet, row, thing, one);
        }
        format(sheet, row, thing);
        if (sheet == Sheet.RESOURCES && row.asFiled("library") != null) {
            var library = Codes.fitted(key(row, "library"));
            thing.link("BELONGS_TO", "resource-libraries", library.isEmpty() ? null : library);
        }
        if (superseded) {
            filedHere.computeIfAbsent(thing.key(), key -> said(row));
            tally(sheet).unchanged();
            return;
        }
        if (dryRun && sheet != Sheet.FIELDS && sheet != Sheet.FORM_FIELDS) {
            var said = said(row);
            if (again && thing.isNew()) {
                changed = !Objects.equals(filedHere.get(thing.key()), said);
            }
            filedHere.put(thing.key(), said);
        }
        count(sheet, row, thing, again, changed);
    }

    private boolean isAgain(Thing thing) {
        return dryRun ? filedHere.containsKey(thing.key()) : filedHere.putIfAbsent(thing.key(), 0L) != null;
    }

    /// What a row says as a number: a dry run has no graph that would tell whether a second row says anything new.
    private long said(FiledRow row) {
        return refusedFields.numberOf(row.cells() + "\n" + row.extra());
    }

    private static String keyColumn(Sheet sheet) {
        return sheet.columns().getFirst().alias();
    }

    /// What 数据类型, 数据长度 and 格式 say, in one form whatever notation they are written in.
    private void format(Sheet sheet, FiledRow row, Thing thing) {
        if (sheet != Sheet.FIELDS && sheet != Sheet.FORM_FIELDS && sheet != Sheet.ELEMENTS) {
            return;
        }
        var type = thing.text("dataType");
        var ofType = type.isBlank()
                ? Optional.<DataFormat>empty()
                : formats.computeIfAbsent(
                        List.of(type, thing.text("length")), said -> DataFormat.parse(said.get(0), said.get(1)));
        if (ofType.isEmpty() && !row.compared("dataType").isEmpty() && !filed.isOfTemplate(sheet)) {
            warn(
                    sheet,
                    row,
                    problem(
                            sheet,
                            row,
                            "dataType",
                            "UNKNOWN_DATA_TYPE",
                            cell(sheet, row, "dataType") + "不在规定的类型之中,已按原样入库"));
        }
        var format = sheet == Sheet.ELEMENTS && !thing.text("format").isBlank()
                ? DataFormat.parse(thing.text("format")).or(() -> ofType)
                : ofType;
        thing.set("baseType", format.map(said -> said.baseType().name()).orElse(null));
        thing.set(
                "minLength",
                format.filter(said -> said.minLength() > 0)
                        .map(said -> (long) said.minLength())
                        .orElse(null));
        thing.set(
                "maxLength",
                format.map(DataFormat::maxLength).map(Integer::longValue).orElse(null));
        thing.set("scale", format.map(DataFormat::scale).map(Integer::longValue).orElse(null));
    }

    private void count(Sheet sheet, FiledRow row, Thing thing, boolean again, boolean changed) {
        var tally = tally(sheet);
        if (changed) {
            thing.set("batch", code);
            thing.set("row", (long) row.number());
        }
        if (thing.isNew() && !again) {
            tally.filed();
        } else if (changed) {
            tally.updated();
        } else {
            tally.unchanged();
        }
    }

    private boolean name(Sheet sheet, FiledRow row, Thing thing, Named named) {
        var cell = row.asFiled(named.column());
        if (cell == null) {
            return false;
        }
        var key = key(row, named.column());
        if (!named.late()) {
            return thing.link(named.type(), named.linked(), key);
        }
        var changed = thing.set(named.column() + "Ref", key.isEmpty() ? null : cell);
        changed |= thing.set(named.column() + "Key", key.isEmpty() ? null : key);
        var there = !key.isEmpty() && isThere(named.things(), key);
        if (!key.isEmpty() && !there) {
            warnUnknown(sheet, row, named.column(), named.things());
        }
        if (named.things() == Things.ELEMENT) {
            thing.set("elementAwaited", there ? null : orNull(key));
        }
        thing.link(named.type(), named.linked(), there ? key : null);
        return changed;
    }

    private void warnUnknown(Sheet sheet, FiledRow row, String column, Things things) {
        var refusedToo = isRefused(things.sheet(), key(row, column));
        warn(
                sheet,
                row,
                problem(
                        sheet,
                        row,
                        column,
                        refusedToo ? "REFERS_TO_REFUSED" : "UNKNOWN_" + things.name(),
                        refusedToo
                                ? "%s在本次目录包中被拒绝,该%s已入库,关联暂缺".formatted(cell(sheet, row, column), sheet.title())
                                : "%s在本次目录包和图谱中都不存在,该%s已入库,待其入库后自动关联"
                                        .formatted(cell(sheet, row, column), sheet.title())));
    }

    /// What a row says of a thing, until the next row is asked.
    private Said properties(Sheet sheet, FiledRow row, Thing thing) {
        var properties = lastSaid;
        properties.clear();
        for (var reading : readings.computeIfAbsent(sheet, FilingRun::readingsOf)) {
            var cell = row.asFiled(reading.alias());
            if (cell != null) {
                read(sheet, row, reading, cell, properties);
            }
        }
        if (sheet == Sheet.SHARING || sheet == Sheet.LINEAGE || sheet == Sheet.DESIGNATIONS) {
            inOrder(sheet, row, thing, properties);
        }
        if (sheet == Sheet.DEPARTMENTS && !row.compared("uscc").isEmpty()) {
            warnOfUscc(row);
        }
        if (sheet == Sheet.RESOURCES && !filed.isOfTemplate(sheet)) {
            warnOfCatalogueCodes(row);
        }
        row.extra().forEach((header, cell) -> {
            if (!header.isBlank()) {
                properties.put(
                        "x_" + Codes.fitted(header.strip()),
                        Cells.compared(cell).isEmpty() ? null : cell);
            }
        });
        return properties;
    }

    private static List<Reading> readingsOf(Sheet sheet) {
        var names = Named.BY_SHEET.getOrDefault(sheet, List.of()).stream()
                .map(Named::column)
                .toList();
        return sheet.columns().stream()
                .filter(column -> !skipped(sheet, column.alias()) && !names.contains(column.alias()))
                .map(column -> new Reading(column, column.alias(), column.alias() + "Text", new Known<>()))
                .toList();
    }

    /// What ends before it begins has a day that cannot be.
    private void inOrder(Sheet sheet, FiledRow row, Thing thing, Said properties) {
        ENDS.forEach((end, beginning) -> {
            var last = properties.has(end) ? properties.get(end) : thing.get(end);
            var first = properties.has(beginning) ? properties.get(beginning) : thing.get(beginning);
            if (last instanceof LocalDate ended && first instanceof LocalDate began && ended.isBefore(began)) {
                var strange = properties.has(end) ? end : beginning;
                if (properties.has(strange)) {
                    properties.put(strange, null);
                    properties.put(strange + "Text", row.asFiled(strange));
                    warnUnreadable(
                            sheet,
                            row,
                            sheet.column(strange),
                            (strange.equals(end) ? "早于" : "晚于")
                                    + sheet.column(strange.equals(end) ? beginning : end)
                                            .header());
                }
            }
        });
    }

    private void warnOfUscc(FiledRow row) {
        var code = CreditCode.parse(row.compared("uscc"));
        if (code.isEmpty()) {
            warn(
                    Sheet.DEPARTMENTS,
                    row,
                    problem(
                            Sheet.DEPARTMENTS,
                            row,
                            "uscc",
                            "BAD_USCC",
                            cell(Sheet.DEPARTMENTS, row, "uscc") + "不符合 GB 32100,已按原样入库"));
        } else if (code.get().organisation().isEmpty()) {
            warn(
                    Sheet.DEPARTMENTS,
                    row,
                    problem(
                            Sheet.DEPARTMENTS,
                            row,
                            "uscc",
                            "BAD_ORGANISATION_CODE",
                            cell(Sheet.DEPARTMENTS, row, "uscc") + "第9至17位的组织机构代码校验位不符合 GB 11714,已按原样入库"));
        }
    }

    private void warnOfCatalogueCodes(FiledRow row) {
        var bad = Cells.list(row.compared("catalogueCodes")).said().orElse(List.of()).stream()
                .filter(one -> CatalogueCode.parse(one).isEmpty())
                .toList();
        if (!bad.isEmpty()) {
            warn(
                    Sheet.RESOURCES,
                    row,
                    problem(
                            Sheet.RESOURCES,
                            row,
                            "catalogueCodes",
                            "BAD_CATALOGUE_CODE",
                            "目录代码“%s”不合“类1位、项2位、目3位、细目、/、顺序码”的规定,已按原样入库".formatted(shown(String.join("、", bad)))));
        }
    }

    private static boolean skipped(Sheet sheet, String alias) {
        return alias.equals("code")
                || switch (sheet) {
                    case FIELDS -> alias.equals("resource");
                    case FORM_FIELDS -> alias.equals("form");
                    case LINEAGE ->
                        Set.of("resource", "field", "fromResource", "fromField").contains(alias);
                    case DESIGNATIONS ->
                        Set.of("element", "region", "department", "resource", "field")
                                .contains(alias);
                    default -> false;
                };
    }

    private void read(Sheet sheet, FiledRow row, Reading reading, String cell, Said properties) {
        var column = reading.column();
        if (column.type() == Column.Type.TEXT) {
            properties.add(reading.alias(), Cells.isBlank(cell) ? null : cell);
            return;
        }
        var outcome = reading.outcomes().computeIfAbsent(cell, any -> Cells.read(column, cell));
        if (!reading.alias().equals("secret")) {
            properties.add(reading.alias(), outcome.said().orElse(null));
        }
        properties.add(reading.text(), outcome.isUnreadable() ? cell : null);
        if (outcome.isUnreadable()) {
            warnUnreadable(sheet, row, column, "无法识别");
        }
    }

    private void warnUnreadable(Sheet sheet, FiledRow row, Column column, String why) {
        warn(
                sheet,
                row,
                problem(
                        sheet,
                        row,
                        column.alias(),
                        "UNREADABLE_VALUE",
                        "%s%s,已按原文保留,该项留空".formatted(cell(sheet, row, column.alias()), why)));
    }

    private void writeThings(Destination.Writing writing, Sheet sheet, List<Thing> things) {
        var kind = java.util.Objects.requireNonNull(Things.of(sheet));
        var changed = things.stream().filter(Thing::hasChanged).toList();
        if (changed.isEmpty()) {
            return;
        }
        writing.things(kind.statements(), changed);
        link(writing, sheet, changed);
        if (sheet == Sheet.RESOURCES) {
            writing.run(
                    "linked-resource-libraries",
                    "rows",
                    changed.stream()
                            .filter(thing -> thing.isRelinked("resource-libraries"))
                            .map(thing -> {
                                var row = new HashMap<String, @Nullable Object>();
                                row.put("key", thing.key());
                                row.put("target", thing.relinked("resource-libraries"));
                                var name = thing.text("library").strip();
                                row.put("name", name);
                                row.put("code", Codes.fitted(name));
                                return row;
                            })
                            .toList());
        }
        var keys = changed.stream().filter(Thing::isNew).map(Thing::key).toList();
        for (var named : Named.BY_SHEET.entrySet().stream()
                .filter(of -> !wasEmpty || of.getKey() == sheet)
                .flatMap(of -> of.getValue().stream())
                .distinct()
                .toList()) {
            if (named.things() == kind && named.late()) {
                writing.run("late-" + named.linked(), "keys", keys);
            }
        }
        if (sheet == Sheet.REGIONS && !wasEmpty) {
            writing.run("late-unit-regions", "keys", keys);
        }
        if (sheet == Sheet.DEPARTMENTS && !wasEmpty) {
            writing.run("late-designation-departments", "keys", keys);
        }
        if (sheet == Sheet.ELEMENTS) {
            writing.run(
                    "stale-element-fields",
                    "keys",
                    changed.stream()
                            .filter(thing -> !thing.isNew())
                            .map(Thing::key)
                            .toList());
        }
    }

    private void link(Destination.Writing writing, Sheet sheet, List<Thing> things) {
        for (var named : Named.BY_SHEET.getOrDefault(sheet, List.of())) {
            writing.links(named.linked(), things);
        }
    }

    private static List<String> keysOfChanged(List<Thing> things) {
        return things.stream()
                .filter(thing -> thing.hasChanged("batch"))
                .map(Thing::key)
                .toList();
    }

    /// What is remembered of a transaction, for whoever looks at what has changed; nothing more once that is too much.
    private List<Map<String, Object>> touched(
            Supplier<? extends Collection<String>> ofFields,
            Supplier<? extends Collection<String>> ofOwners,
            Supplier<? extends Collection<String>> ofAgreements) {
        if (touched > MOST_TOUCHED) {
            return List.of();
        }
        var fields = ofFields.get();
        var owners = ofOwners.get();
        var agreements = ofAgreements.get();
        var some = fields.size() + owners.size() + agreements.size();
        if (some == 0) {
            return List.of();
        }
        touched += some;
        var much = touched > MOST_TOUCHED;
        return List.of(Map.of(
                "batch", code,
                "much", much,
                "fields", much ? List.of() : List.copyOf(fields),
                "owners", much ? List.of() : List.copyOf(owners),
                "agreements", much ? List.of() : List.copyOf(agreements)));
    }

    private void write(Consumer<Destination.Writing> work) {
        if (!dryRun) {
            graph.write(work);
        }
    }

    private void forget(List<Thing> things) {
        things.forEach(Thing::written);
    }

    /// What the graph says; of one in which nothing was, all is known here.
    private List<Record> read(String statement, Map<String, ?> parameters) {
        return wasEmpty ? List.of() : graph.read(statement, parameters);
    }

    private List<Thing> graphThings(Things things, Collection<String> keys) {
        return graphThings(things.statements(), things.sheet(), keys);
    }

    private List<Thing> graphThings(String statements, Sheet sheet, Collection<String> keys) {
        return keys.isEmpty() || wasEmpty
                ? List.of()
                : read("filed-" + statements, Map.of("keys", List.copyOf(keys))).stream()
                        .map(row -> Thing.from(Layout.of(sheet), row))
                        .toList();
    }

    /// Asks the graph once for all that these rows name.
    private void prefetch(Sheet sheet, List<FiledRow> rows) {
        for (var one : names(sheet)) {
            ask(one.things(), rows, one.column());
        }
        if (sheet == Sheet.RESOURCES) {
            ask(Things.FORM, rows, "code");
        } else if (sheet == Sheet.FORMS) {
            ask(Things.RESOURCE, rows, "code");
        }
    }

    private void ask(Things things, List<FiledRow> rows, String column) {
        if (wasEmpty) {
            return;
        }
        var before = asked.computeIfAbsent(things, any -> new Seen());
        var there = inGraph.computeIfAbsent(things, any -> new Seen());
        var fresh = new LinkedHashSet<String>();
        for (var row : rows) {
            var key = key(row, column);
            if (!key.isEmpty() && before.add(key)) {
                fresh.add(key);
            }
        }
        if (!fresh.isEmpty()) {
            graph.read("known-" + things.statements(), Map.of("keys", List.copyOf(fresh)))
                    .forEach(row -> there.add(row.get("key").asString()));
        }
    }

    private List<Named> names(Sheet sheet) {
        return named.computeIfAbsent(sheet, FilingRun::namesOf);
    }

    private static List<Named> namesOf(Sheet sheet) {
        var names = new ArrayList<>(Named.BY_SHEET.getOrDefault(sheet, List.of()));
        switch (sheet) {
            case FIELDS -> names.add(new Named("resource", Things.RESOURCE, "", "", false));
            case FORM_FIELDS -> names.add(new Named("form", Things.FORM, "", "", false));
            case LINEAGE -> {
                names.add(new Named("resource", Things.RESOURCE, "", "", false));
                names.add(new Named("resource", Things.FORM, "", "", false));
                names.add(new Named("fromResource", Things.RESOURCE, "", "", false));
            }
            case DESIGNATIONS -> {
                names.add(new Named("element", Things.ELEMENT, "", "", false));
                names.add(new Named("department", Things.DEPARTMENT, "", "", false));
                names.add(new Named("resource", Things.RESOURCE, "", "", true));
                names.add(new Named("region", Things.REGION, "", "", true));
            }
            default -> {}
        }
        return List.copyOf(names);
    }

    /// What is looked at in every row of a sheet: the columns that the table has, and those that it must have.
    private List<Checked> checked(Sheet sheet, FiledRow.Shape shape) {
        if (shape != shapeChecked || sheet != sheetChecked) {
            var codes = codeColumns(sheet);
            columnsChecked = sheet.columns().stream()
                    .map(column -> new Checked(column, shape.place(column.alias()), codes.contains(column.alias())))
                    .filter(checked -> checked.place() >= 0 || checked.column().compulsory())
                    .toList();
            shapeChecked = shape;
            sheetChecked = sheet;
        }
        return columnsChecked;
    }

    private Set<String> codeColumns(Sheet sheet) {
        return codeColumns.computeIfAbsent(sheet, any -> {
            var columns = new HashSet<>(CODES);
            names(sheet).forEach(one -> columns.add(one.column()));
            if (sheet == Sheet.LINEAGE || sheet == Sheet.DESIGNATIONS) {
                columns.addAll(Set.of("field", "fromField"));
            }
            return columns;
        });
    }

    private boolean isThere(Things things, String key) {
        return accepted(things.sheet()).contains(key)
                || inGraph.computeIfAbsent(things, any -> new Seen()).contains(key);
    }

    private void refuseOr(Sheet sheet, FiledRow row, Runnable otherwise) {
        var refusal = refusal(sheet, row);
        if (refusal == null) {
            otherwise.run();
        } else {
            refuse(sheet, row, refusal);
            if (sheet == Sheet.FIELDS || sheet == Sheet.FORM_FIELDS) {
                refusedFields.add(key(row, ownerColumn(sheet)) + "#" + key(row, "name"));
            }
        }
    }

    private void refuse(Sheet sheet, FiledRow row, Refusal refusal) {
        tally(sheet).refused();
        var problem = refusal.problem();
        if (problem != null) {
            problems.add(sheet.ordinal(), problem, problem.code().equals("REFERS_TO_SECRET") ? null : row);
        }
    }

    private void refuse(Sheet sheet, FiledRow row, Report.Problem problem) {
        refuse(sheet, row, new Refusal(refused(problem)));
    }

    private void warn(Sheet sheet, FiledRow row, Report.Problem problem) {
        tally(sheet).warned(row.number());
        problems.add(sheet.ordinal(), problem, row);
    }

    private Tally tally(Sheet sheet) {
        return tallies.computeIfAbsent(sheet, Tally::new);
    }

    private static boolean isSecret(FiledRow row) {
        return Cells.secret(row.compared("secret")).said().orElse(false);
    }

    /// Why a row cannot be filed; null when it can.
    private @Nullable Refusal refusal(Sheet sheet, FiledRow row) {
        if (sheet == Sheet.RESOURCES && (isSecret(row) || secret.contains(key(row, "code")))) {
            return new Refusal(null);
        }
        for (var column : List.of("resource", "fromResource")) {
            if (secret.contains(key(row, column))) {
                return new Refusal(new Report.Problem(
                        sheet.title(),
                        row.number(),
                        sheet.column(column).header(),
                        null,
                        Report.Severity.REFUSED,
                        "REFERS_TO_SECRET",
                        "第%d行:%s指向涉密资源,该%s未入库"
                                .formatted(row.number(), sheet.column(column).header(), sheet.title())));
            }
        }
        for (var checked : checked(sheet, row.shape())) {
            var column = checked.column();
            var cell = checked.place() < 0 ? null : row.inOrder()[checked.place()];
            if (cell == null || row.compared(checked.place()).isEmpty()) {
                if (column.compulsory() && !exempt(sheet, row, column)) {
                    return new Refusal(refused(problem(
                            sheet,
                            row,
                            column.alias(),
                            cell == null ? "MISSING_COLUMN" : "MISSING_CELL",
                            cell == null
                                    ? "缺少必填列“%s”,该%s未入库".formatted(column.header(), sheet.title())
                                    : "必填项“%s”为空,该%s未入库".formatted(column.header(), sheet.title()))));
                }
            } else if (isTooLong(cell, checked.isCode())) {
                return new Refusal(refused(problem(
                        sheet,
                        row,
                        column.alias(),
                        "TOO_LONG",
                        "“%s”过长,该%s未入库".formatted(column.header(), sheet.title()))));
            }
        }
        for (var named : names(sheet)) {
            var key = key(row, named.column());
            if (named.late() || key.isEmpty() || isThere(named.things(), key)) {
                continue;
            }
            if (sheet == Sheet.LINEAGE
                    && named.column().equals("resource")
                    && (isThere(Things.RESOURCE, key) || isThere(Things.FORM, key))) {
                continue;
            }
            if (sheet == Sheet.DESIGNATIONS && exempt(sheet, row, sheet.column(named.column()))) {
                continue;
            }
            var refusedToo = isRefused(named.things().sheet(), key)
                    || sheet == Sheet.LINEAGE && named.column().equals("resource") && isRefused(Sheet.FORMS, key);
            return new Refusal(refused(problem(
                    sheet,
                    row,
                    named.column(),
                    refusedToo
                            ? "REFERS_TO_REFUSED"
                            : "UNKNOWN_" + named.things().name(),
                    refusedToo
                            ? "%s在本次目录包中被拒绝,该%s未入库".formatted(cell(sheet, row, named.column()), sheet.title())
                            : "%s在本次目录包和图谱中都不存在,该%s未入库".formatted(cell(sheet, row, named.column()), sheet.title()))));
        }
        var other = sheet == Sheet.FORMS ? Things.RESOURCE : sheet == Sheet.RESOURCES ? Things.FORM : null;
        if (other != null
                && (sheet == Sheet.FORMS ? isThere(other, key(row, "code")) : isKnown(other, key(row, "code")))) {
            return new Refusal(refused(problem(
                    sheet,
                    row,
                    "code",
                    "CODE_OF_ANOTHER_KIND",
                    "编码“%s”已是%s的编码,数据资源与表单的编码不能相同,该%s未入库"
                            .formatted(
                                    shown(row.compared("code")), other.sheet().title(), sheet.title()))));
        }
        if (sheet == Sheet.LINEAGE
                && row.compared("field").isEmpty() != row.compared("fromField").isEmpty()) {
            return new Refusal(refused(problem(
                    sheet,
                    row,
                    row.compared("field").isEmpty() ? "field" : "fromField",
                    "HALF_LINEAGE",
                    "下游信息项与上游信息项只填了一个,该血缘未入库")));
        }
        return null;
    }

    private boolean isKnown(Things things, String key) {
        return inGraph.computeIfAbsent(things, any -> new Seen()).contains(key);
    }

    private static boolean exempt(Sheet sheet, FiledRow row, Column column) {
        return sheet == Sheet.DESIGNATIONS
                && column.alias().equals("department")
                && WITHOUT_DEPARTMENT.contains(key(row, "state"));
    }

    private static boolean isTooLong(String cell, boolean isCode) {
        if (cell.length() <= SURELY_SHORT) {
            return false;
        }
        return isCode
                ? cell.strip().codePointCount(0, cell.strip().length()) > LONGEST_CODE
                        || Codes.key(cell).getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY_BYTES
                : cell.length() > LONGEST_CELL / 3 && cell.getBytes(StandardCharsets.UTF_8).length > LONGEST_CELL;
    }

    private void fileLineage() throws IOException {
        if (!tallies.containsKey(Sheet.LINEAGE)) {
            return;
        }
        together(Sheet.LINEAGE, row -> keyOfSeveral(Sheet.LINEAGE, row), (fine, behind) -> {
            var names = fieldNames(fine, Map.of("resource", "field", "fromResource", "fromField"));
            var ends = new ArrayList<Ended>(fine.size());
            for (var row : fine) {
                var downField = named(row, "resource", "field", names);
                var upField = named(row, "fromResource", "fromField", names);
                warnOfCopy(row, downField, upField);
                var down = end(row, "resource", "field", downField);
                var up = end(row, "fromResource", "fromField", upField);
                if (down == null || up == null) {
                    var column = down == null ? "field" : "fromField";
                    var owner = key(row, down == null ? "resource" : "fromResource");
                    var refusedToo = refusedFields.contains(owner + "#" + key(row, column));
                    refuse(
                            Sheet.LINEAGE,
                            row,
                            problem(
                                    Sheet.LINEAGE,
                                    row,
                                    column,
                                    refusedToo ? "REFERS_TO_REFUSED" : "UNKNOWN_FIELD",
                                    (refusedToo ? "%s在本次目录包中被拒绝,该血缘未入库" : "%s在所填资源中不存在,该血缘未入库")
                                            .formatted(cell(Sheet.LINEAGE, row, column))));
                } else {
                    var activity = Codes.fitted(Codes.key(row.compared("activity")));
                    var from = day(row);
                    ends.add(new Ended(row, down, up, edge(down, up, activity, from)));
                }
            }
            fileEdges(ends, behind);
        });
    }

    /// The day from which a row holds; what cannot be read is a day of its own.
    private String day(FiledRow row) {
        return days.computeIfAbsent(row.compared("validFrom"), any -> newDay(row));
    }

    private static String newDay(FiledRow row) {
        return Cells.date(row.compared("validFrom"))
                .said()
                .map(LocalDate::toString)
                .orElseGet(() -> Codes.fitted(Codes.key(row.compared("validFrom"))));
    }

    private static String edge(String down, String up, String activity, String from) {
        return Derivations.edge(down, up, activity, from);
    }

    /// Whoever says that he collects what he has from another department is mistaken in one of the two.
    private void warnOfCopy(FiledRow row, @Nullable FieldNamed down, @Nullable FieldNamed up) {
        if (down == null || up == null || !down.itsOwn() || down.provider() == 0 || up.provider() == 0) {
            return;
        }
        var ended = Cells.date(row.compared("validTo")).said().filter(day -> day.isBefore(LocalDate.now(Today.ZONE)));
        if (down.provider() != up.provider() && !key(row, "activity").equals("回流") && ended.isEmpty()) {
            warn(
                    Sheet.LINEAGE,
                    row,
                    problem(
                            Sheet.LINEAGE,
                            row,
                            "field",
                            "COPY_FILED_AS_SOURCE",
                            "%s的获取方式填的是采集或产生,血缘却来自其他部门的资源“%s”,请核对获取方式,已按原样入库"
                                    .formatted(
                                            cell(Sheet.LINEAGE, row, "field"), shown(row.compared("fromResource")))));
        }
    }

    private void fileEdges(List<Ended> ends, WritingBehind behind) {
        var known = new HashMap<String, Thing>();
        var edges = ends.stream().map(Ended::edge).distinct().toList();
        graphThings("derivations", Sheet.LINEAGE, edges).forEach(thing -> known.put(thing.key(), thing));
        var things = new LinkedHashMap<String, Thing>();
        var written = new LinkedHashMap<String, Ended>();
        for (var end : ends) {
            var thing = things.computeIfAbsent(end.edge(), edge -> {
                var found = known.get(edge);
                return found == null ? new Thing(Layout.of(Sheet.LINEAGE), edge) : found;
            });
            thing.set("edge", end.edge());
            if (!leftToPerson(end.row(), thing)) {
                apply(Sheet.LINEAGE, end.row(), thing);
                written.put(end.edge(), end);
            }
        }
        var kinds = new HashMap<String, List<Destination.Derived>>();
        var users = new LinkedHashSet<String>();
        written.forEach((edge, end) -> {
            var thing = Objects.requireNonNull(things.get(edge));
            if (thing.hasChanged()) {
                var row = end.row();
                users.add(key(row, "resource"));
                var kind = !row.compared("field").isEmpty()
                        ? "fields"
                        : isThere(Things.RESOURCE, key(row, "resource")) ? "resources" : "forms";
                var statement = known.containsKey(edge) ? "changed-derivations" : "new-derived-" + kind;
                kinds.computeIfAbsent(statement, any -> new ArrayList<>())
                        .add(new Destination.Derived(thing, end.down(), end.up(), version(known.get(edge))));
            }
        });
        var touched = touched(List::of, () -> users, List::of);
        var today = LocalDate.now(Today.ZONE);
        behind.write(() -> () -> {
            if (!kinds.isEmpty()) {
                write(writing -> {
                    kinds.forEach((statement, rows) -> writing.derivations(statement, today, rows));
                    writing.run("touched", "rows", touched);
                });
            }
            forget(List.copyOf(things.values()));
        });
    }

    /// The version of a row that is in the graph; 0 of one that is not.
    private static long version(@Nullable Thing known) {
        return known == null ? 0 : known.get("version") instanceof Long version ? version : 1;
    }

    /// What a person decided is undone by a person's decision alone, and what a person said is not unsaid by a machine:
    /// such a row says what it would have said, and changes nothing.
    private boolean leftToPerson(FiledRow row, Thing thing) {
        var decided = !thing.text("by").isEmpty();
        var rejected = thing.get("rejected") != null;
        var machines = MACHINES.contains(row.compared("assertedBy"));
        var persons = !MACHINES.contains(thing.text("assertedBy"));
        if (thing.isNew() || !decided && !(machines && persons && !filedHere.containsKey(thing.key()))) {
            return false;
        }
        var differs = properties(Sheet.LINEAGE, row, thing).differsFrom(thing);
        if (rejected) {
            warn(
                    Sheet.LINEAGE,
                    row,
                    problem(
                            Sheet.LINEAGE,
                            row,
                            "resource",
                            "DERIVATION_REJECTED",
                            "该血缘已由“%s”否决,本行未生效;确有此血缘的,请由人确认".formatted(thing.text("by"))));
        } else if (differs) {
            warn(
                    Sheet.LINEAGE,
                    row,
                    problem(
                            Sheet.LINEAGE,
                            row,
                            "assertedBy",
                            "PERSON_STANDS",
                            decided
                                    ? "该血缘已由“%s”%s,本行与之不同,以人的决定为准".formatted(thing.text("by"), thing.text("act"))
                                    : "该血缘是人工登记的,事件、解析、推断所得与之不同,以人工登记为准"));
        }
        filedHere.putIfAbsent(thing.key(), 0L);
        tally(Sheet.LINEAGE).unchanged();
        return true;
    }

    private static @Nullable FieldNamed named(FiledRow row, String resource, String field, Names names) {
        var name = key(row, field);
        return name.isEmpty() ? null : names.of(key(row, resource), name);
    }

    private static @Nullable String end(FiledRow row, String resource, String field, @Nullable FieldNamed found) {
        if (row.compared(field).isEmpty()) {
            return key(row, resource);
        }
        return found == null ? null : found.key();
    }

    /// The fields that rows name.
    private interface Names {
        @Nullable
        FieldNamed of(String owner, String name);
    }

    private Names fieldNames(List<FiledRow> rows, Map<String, String> columns) {
        if (wasEmpty) {
            return (owner, name) -> ofPackage(owner + "#" + name, owner, null);
        }
        var names = namesInGraph(rows, columns);
        return (owner, name) -> names.get(owner + "#" + name);
    }

    /// What this package says of a field counts, where it says anything.
    ///
    /// @param known what the graph says of it
    private @Nullable FieldNamed ofPackage(String name, String owner, @Nullable FieldNamed known) {
        var said = fieldsOfPackage.number(name);
        if (said == 0) {
            return known;
        }
        var provider = providersOfPackage.number(owner);
        return new FieldNamed(
                known != null ? known.key() : (said & KEY_IS_NAME) != 0 ? name : keysOfFields.getOrDefault(name, name),
                (said & ITS_OWN) != 0,
                provider != 0 || known == null ? provider : known.provider());
    }

    private Map<String, FieldNamed> namesInGraph(List<FiledRow> rows, Map<String, String> columns) {
        var asked = new LinkedHashMap<String, Asked>();
        for (var row : rows) {
            columns.forEach((resource, field) -> {
                var name = key(row, field);
                if (!name.isEmpty()) {
                    var owner = key(row, resource);
                    asked.put(owner + "#" + name, new Asked(owner, name));
                }
            });
        }
        var names = new HashMap<String, FieldNamed>();
        nameFields("fields-named-by-key", asked, names);
        var others = new LinkedHashMap<>(asked);
        others.keySet().removeAll(names.keySet());
        nameFields("named-fields", others, names);
        asked.forEach((name, one) -> {
            var named = ofPackage(name, one.owner(), names.get(name));
            if (named != null) {
                names.put(name, named);
            }
        });
        return names;
    }

    private void nameFields(String statement, Map<String, Asked> asked, Map<String, FieldNamed> names) {
        if (asked.isEmpty()) {
            return;
        }
        var rows = asked.entrySet().stream()
                .map(one -> Map.of(
                        "owner", one.getValue().owner(), "name", one.getValue().name(), "key", one.getKey()))
                .toList();
        read(statement, Map.of("names", rows))
                .forEach(found -> names.put(
                        found.get("owner").asString() + "#" + found.get("name").asString(),
                        new FieldNamed(
                                found.get("key").asString(),
                                OF_ITS_OWN.contains(found.get("acquisition").asString("")),
                                found.get("provider").isNull()
                                        ? 0
                                        : fieldsOfPackage.numberOf(
                                                found.get("provider").asString()))));
    }

    /// A row of lineage, the keys of what is at its ends, and the key of the derivation itself.
    private record Ended(FiledRow row, String down, String up, String edge) {}

    /// A field that a row names: what it is of, and its name there.
    private record Asked(String owner, String name) {}

    private void fileDesignations() throws IOException {
        var sheet = Sheet.DESIGNATIONS;
        if (!tallies.containsKey(sheet)) {
            return;
        }
        together(sheet, row -> key(row, "element"), (fine, behind) -> {
            var names = fieldNames(fine, Map.of("resource", "field"));
            var elementKeys = new HashSet<String>();
            var regionKeys = new HashSet<String>();
            fine.forEach(row -> {
                elementKeys.add(key(row, "element"));
                regionKeys.add(key(row, "region"));
            });
            var of = new HashMap<String, Thing>();
            graphThings(Things.ELEMENT, elementKeys).forEach(thing -> of.put(thing.key(), thing));
            elementKeys.forEach(key -> {
                var element = elementsOfPackage.get(key);
                if (element != null) {
                    of.put(key, element);
                }
            });
            var there = read("designations-of-elements", Map.of("keys", List.copyOf(elementKeys))).stream()
                    .map(row -> Thing.from(Layout.of(sheet), row))
                    .toList();
            there.forEach(thing -> regionKeys.add(thing.text("regionKey")));
            var regions = new HashMap<String, Thing>();
            graphThings(Things.REGION, regionKeys).forEach(thing -> regions.put(thing.key(), thing));
            if (wasEmpty) {
                regions.putAll(regionsOfPackage);
            }
            fileDesignations(fine, of, regions, there, names, behind);
        });
    }

    private Unit unit(
            String elementCode,
            @Nullable Thing element,
            String subject,
            String qualifier,
            String regionCode,
            @Nullable Thing region) {
        return units.resolve(new yuanliu.ownership.Cells(
                element == null ? elementCode : element.text("code"),
                element == null ? "" : element.text("name"),
                element == null ? null : orNull(element.text("subject")),
                orNull(subject),
                orNull(qualifier),
                null,
                null,
                region == null ? orNull(regionCode) : region.text("code"),
                region == null ? null : region.text("name")));
    }

    /// The key of a designation whose unit is this one now.
    private static String designation(Unit unit, String department, String from) {
        return unit.code() + "|" + department + "|" + from;
    }

    /// The designations that are there, under the key of the unit that is theirs now: an element that has got another
    /// 对象类 takes them along, and filed again they are the same.
    private Map<String, Thing> byUnit(List<Thing> there, Map<String, Thing> of, Map<String, Thing> regions) {
        var byUnit = new HashMap<String, Thing>();
        for (var thing : there) {
            var unit = unit(
                    thing.text("elementKey"),
                    of.get(thing.text("elementKey")),
                    thing.text("subject"),
                    thing.text("qualifier"),
                    thing.text("regionKey"),
                    regions.get(thing.text("regionKey")));
            var from = thing.get("validFrom") instanceof LocalDate day
                    ? day.toString()
                    : Codes.fitted(Codes.key(thing.text("validFromText")));
            byUnit.put(Codes.key(designation(unit, thing.text("departmentKey"), from)), thing);
        }
        return byUnit;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void fileDesignations(
            List<FiledRow> rows,
            Map<String, Thing> of,
            Map<String, Thing> regions,
            List<Thing> there,
            Names names,
            WritingBehind behind) {
        var sheet = Sheet.DESIGNATIONS;
        var known = byUnit(there, of, regions);
        var taken = new HashSet<String>();
        there.forEach(thing -> taken.add(thing.key()));
        var things = new LinkedHashMap<String, Thing>();
        var unitRows = new LinkedHashMap<String, Map<String, Object>>();
        for (var row : rows) {
            var unit = unit(
                    row.compared("element"),
                    of.get(key(row, "element")),
                    row.compared("subject"),
                    row.compared("qualifier"),
                    row.compared("region"),
                    regions.get(key(row, "region")));
            var designation = designation(unit, row.compared("department"), day(row));
            var thing = things.computeIfAbsent(Codes.key(designation), sought -> {
                var found = known.get(sought);
                return found == null ? new Thing(Layout.of(sheet), free(sought, taken)) : found;
            });
            if (thing.isNew() && thing.text("key").isEmpty()) {
                thing.set("key", thing.key());
                thing.set(
                        "code",
                        designation
                                + thing.key().substring(Codes.key(designation).length()));
            }
            var superseded = isSuperseded(sheet, row, thing);
            var into = superseded ? thing.aside() : thing;
            apply(sheet, row, into, nameOfDesignation(row, into, names), superseded);
            unitRows.put(thing.key(), Map.of("key", thing.key(), "unit", unitProperties(unit)));
        }
        var changed = things.values().stream().filter(Thing::hasChanged).toList();
        behind.write(() -> () -> {
            if (!changed.isEmpty()) {
                write(writing -> {
                    writing.things("designations", changed);
                    writing.run(
                            "designated-units",
                            "rows",
                            changed.stream()
                                    .filter(Thing::isNew)
                                    .map(thing -> unitRows.get(thing.key()))
                                    .toList());
                    writing.links("designation-departments", changed);
                    writing.links("designation-fields", changed);
                });
            }
            forget(List.copyOf(things.values()));
        });
    }

    /// A key that none has: one that was filed under it may be of another unit now.
    private static String free(String sought, Set<String> taken) {
        var key = sought;
        for (var second = 2; !taken.add(key); second++) {
            key = sought + "~" + second;
        }
        return key;
    }

    /// @return whether it names something else now
    private boolean nameOfDesignation(FiledRow row, Thing thing, Names names) {
        var sheet = Sheet.DESIGNATIONS;
        var changed = thing.set("elementKey", key(row, "element"));
        for (var named : names(sheet)) {
            var cell = row.asFiled(named.column());
            if (cell == null || named.column().equals("element")) {
                continue;
            }
            var key = key(row, named.column());
            changed |= thing.set(named.column() + "Ref", key.isEmpty() ? null : cell);
            changed |= thing.set(named.column() + "Key", orNull(key));
            var there = !key.isEmpty() && isThere(named.things(), key);
            if (!key.isEmpty() && !there) {
                warnUnknown(sheet, row, named.column(), named.things());
            }
            if (named.things() == Things.DEPARTMENT) {
                thing.link("NAMES", "designation-departments", there ? key : null);
            }
        }
        var field = row.asFiled("field");
        if (field != null) {
            var key = key(row, "field");
            var name = key(row, "resource") + "#" + key;
            changed |= thing.set("fieldRef", key.isEmpty() ? null : field);
            changed |= thing.set("fieldKey", key.isEmpty() ? null : fitted(name));
            var found = named(row, "resource", "field", names);
            thing.link("AT", "designation-fields", found == null ? null : found.key());
            if (!key.isEmpty() && found == null) {
                warn(
                        sheet,
                        row,
                        problem(
                                sheet,
                                row,
                                "field",
                                refusedFields.contains(name) ? "REFERS_TO_REFUSED" : "UNKNOWN_FIELD",
                                "%s在所填资源中不存在,该数源认定已入库,待其入库后自动关联".formatted(cell(sheet, row, "field"))));
            }
        }
        return changed;
    }

    private static String fitted(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY_BYTES ? Codes.fitted(key) : key;
    }

    private static Map<String, @Nullable Object> unitProperties(Unit unit) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("code", unit.code());
        properties.put("key", unit.key());
        properties.put("name", unit.name());
        properties.put("subject", unit.subject());
        properties.put("qualifier", unit.qualifier());
        properties.put("elementKey", Codes.key(unit.element()));
        properties.put("regionKey", unit.region() == null ? null : Codes.key(unit.region()));
        return properties;
    }

    /// 上级 that lead back to where they came from are filed, and each row of the ring is told.
    private void warnOfRings(Sheet sheet) throws IOException {
        if (sheet != Sheet.REGIONS && sheet != Sheet.DEPARTMENTS) {
            return;
        }
        var above = new HashMap<String, String>();
        read(sheet == Sheet.REGIONS ? "region-parents" : "department-parents", Map.of())
                .forEach(row ->
                        above.put(row.get("key").asString(), row.get("parent").asString()));
        var fine = accepted(sheet);
        filed.read(sheet, row -> {
            if (row.asFiled("parent") != null && fine.contains(key(row, "code"))) {
                above.put(key(row, "code"), key(row, "parent"));
            }
        });
        filed.read(sheet, row -> {
            var key = key(row, "code");
            var seen = new HashSet<String>();
            var at = fine.contains(key) ? above.get(key) : null;
            while (at != null && !at.equals(key) && seen.add(at)) {
                at = above.get(at);
            }
            if (at != null && at.equals(key) && refusal(sheet, row) == null) {
                warn(sheet, row, problem(sheet, row, "parent", "RING", cell(sheet, row, "parent") + "使上级关系成环,已按原样入库"));
            }
        });
    }

    private void batches(Sheet sheet, Consumer<List<FiledRow>> use) throws IOException {
        var rows = new ArrayList<FiledRow>();
        var characters = 0L;
        try (var ahead = new ReadingAhead(filed, sheet)) {
            for (var some = ahead.next(); !some.isEmpty(); some = ahead.next()) {
                for (var row : some) {
                    rows.add(withProvider(sheet, row));
                    characters += row.characters();
                }
                advance(some.size());
                if (rows.size() >= graph.batch() || characters > BATCH_CHARACTERS) {
                    use.accept(List.copyOf(rows));
                    rows.clear();
                    characters = 0;
                }
            }
        }
        if (!rows.isEmpty()) {
            use.accept(rows);
        }
    }

    private static String key(FiledRow row, String column) {
        return row.key(column);
    }

    /// As filed, trimmed and without line breaks.
    private static String stripped(FiledRow row, String column) {
        var cell = row.asFiled(column);
        return cell == null ? "" : LINE_BREAKS.matcher(cell).replaceAll("").strip();
    }

    private static String cell(Sheet sheet, FiledRow row, String column) {
        return "%s“%s”".formatted(sheet.column(column).header(), shown(row.compared(column)));
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    private static Report.Problem problem(Sheet sheet, FiledRow row, String column, String code, String sentence) {
        var header = sheet.columns().stream()
                .filter(one -> one.alias().equals(column))
                .map(Column::header)
                .findFirst()
                .orElse(null);
        var value = row.asFiled(column);
        return new Report.Problem(
                sheet.title(),
                row.number(),
                header,
                value == null ? null : shown(value),
                Report.Severity.WARNED,
                code,
                "第%d行:%s".formatted(row.number(), sentence));
    }

    private static Report.Problem refused(Report.Problem problem) {
        return new Report.Problem(
                problem.sheet(),
                problem.row(),
                problem.column(),
                problem.value(),
                Report.Severity.REFUSED,
                problem.code(),
                problem.message());
    }

    /// A column that is read into a property.
    ///
    /// @param text     the property that keeps what could not be read
    /// @param outcomes by cell what it was read as lately
    private record Reading(Column column, String alias, String text, Map<String, Outcome<?>> outcomes) {}

    /// Properties and what they are to be, in the order in which they were said: for few of them a list is quicker than
    /// a map, and one list serves all rows.
    private static final class Said {

        private final List<String> names = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();

        void clear() {
            names.clear();
            values.clear();
        }

        /// @param name one that nothing has been said of yet
        void add(String name, @Nullable Object value) {
            names.add(name);
            values.add(value);
        }

        void put(String name, @Nullable Object value) {
            var at = names.indexOf(name);
            if (at < 0) {
                add(name, value);
            } else {
                values.set(at, value);
            }
        }

        boolean has(String name) {
            return names.contains(name);
        }

        @Nullable
        Object get(String name) {
            return values.get(names.indexOf(name));
        }

        int size() {
            return names.size();
        }

        String name(int at) {
            return names.get(at);
        }

        @Nullable
        Object value(int at) {
            return values.get(at);
        }

        boolean differsFrom(Thing thing) {
            for (var at = 0; at < size(); at++) {
                if (!Objects.equals(thing.get(name(at)), value(at))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// What has been worked out lately, as much as is worth its room.
    private static final class Known<K, V> extends HashMap<K, V> {

        private static final int MOST = 50_000;

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> worked) {
            var known = get(key);
            if (known != null) {
                return known;
            }
            if (size() >= MOST) {
                clear();
            }
            var fresh = worked.apply(key);
            put(key, fresh);
            return fresh;
        }
    }

    /// @param place where it stands in rows of the shape; -1 when they do not have it
    private record Checked(Column column, int place, boolean isCode) {}

    /// @param problem what is told; null for a secret row, of which nothing is said
    private record Refusal(Report.@Nullable Problem problem) {}

    /// A field that a row names by what it is of and its name there.
    ///
    /// @param itsOwn   whether it is filed as collected or made where it is
    /// @param provider a number for the department of its resource; 0 when it is of none
    private record FieldNamed(String key, boolean itsOwn, long provider) {}

    /// Fields that a transaction writes.
    ///
    /// @param changed those that are there
    /// @param fresh   those that are not
    /// @param rows    the latter as they are written: once, with owner, element and unit
    /// @param units   what the graph may not have of their units
    private record FieldsToWrite(
            List<Thing> changed,
            List<Thing> fresh,
            List<Destination.NewField> rows,
            List<Map<String, @Nullable Object>> units) {}

    /// A field as a row calls it.
    ///
    /// @param nameKey its name in its owner, with the suffix
    /// @param suffix  `~2` for the second of that name
    /// @param code    what it is called when it is new
    private record Called(FiledRow row, String owner, String nameKey, String suffix, String code, String key) {

        String name() {
            return owner + "#" + nameKey;
        }
    }

    /// The rows of one owner, and those of its fields.
    private static final class OwnerRows {
        private final List<FiledRow> own = new ArrayList<>();
        private final List<FiledRow> fields = new ArrayList<>();

        /// The names its fields have so far in this package, and how often.
        private final Seen names;

        /// The owner, where these are not the first of its rows, and how many fields it has then.
        private @Nullable Thing owner;

        private int written;

        private OwnerRows(Seen names) {
            this.names = names;
        }

        OwnerRows next() {
            var next = new OwnerRows(names);
            next.owner = owner;
            next.written = written;
            return next;
        }

        private long weight() {
            return own.stream().mapToLong(FilingRun::weight).sum()
                    + fields.stream().mapToLong(FilingRun::weight).sum();
        }
    }
}
