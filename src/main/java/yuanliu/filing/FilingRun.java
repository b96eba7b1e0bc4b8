package yuanliu.filing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Pinyin;
import yuanliu.filing.Named.Things;
import yuanliu.filing.reading.CataloguePackage;
import yuanliu.filing.reading.Cells;
import yuanliu.filing.reading.Column;
import yuanliu.filing.reading.FiledRow;
import yuanliu.filing.reading.Sheet;
import yuanliu.ownership.Unit;
import yuanliu.ownership.Units;
import yuanliu.web.Codes;

/// One filing of one package: sheet after sheet, what may be named before what names it.
final class FilingRun {

    private static final int BATCH = 2_000;
    private static final int PART = 50_000;
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int SHOWN = 200;
    private static final int SEARCHED = 4_000;
    private static final Set<String> CODES = Set.of("code", "uscc", "identifier");
    private static final Set<String> SECRET = Set.of("是", "y", "yes", "true", "1", "涉密", "秘密", "机密", "绝密");
    private static final Set<String> WITHOUT_DEPARTMENT = Set.of("无法定数源", "待认定");
    private static final Set<Sheet> SEARCHABLE =
            Set.of(Sheet.DEPARTMENTS, Sheet.SYSTEMS, Sheet.ELEMENTS, Sheet.RESOURCES, Sheet.FORMS);
    private static final Map<String, String> ENDS = Map.of("validTo", "validFrom", "expiresOn", "grantedOn");

    private final String code;
    private final boolean dryRun;
    private final CataloguePackage filed;
    private final Path scratch;
    private final FilingGraph graph;
    private final Units units;
    private final Problems problems;
    private final DoubleConsumer progress;
    private final Map<Sheet, Tally> tallies = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Set<String>> accepted = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Set<String>> refused = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Map<String, Thing>> twice = new EnumMap<>(Sheet.class);
    private final Map<Things, Map<String, Boolean>> inGraph = new EnumMap<>(Things.class);
    private final Map<Sheet, Set<String>> seen = new EnumMap<>(Sheet.class);
    private final Set<String> secret = new HashSet<>();
    private final Map<String, String> fieldsOfPackage = new HashMap<>();
    private final Set<String> refusedFields = new HashSet<>();
    private final Map<String, Thing> elements = new HashMap<>();

    FilingRun(
            String code,
            boolean dryRun,
            CataloguePackage filed,
            Path scratch,
            FilingGraph graph,
            Units units,
            Problems problems,
            DoubleConsumer progress) {
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
        for (var sheet : Sheet.values()) {
            switch (sheet) {
                case REGIONS, DEPARTMENTS, SYSTEMS, ELEMENTS, SHARING -> fileThings(sheet);
                case RESOURCES -> fileOwners(sheet, Sheet.FIELDS);
                case FORMS -> fileOwners(sheet, Sheet.FORM_FIELDS);
                case LINEAGE -> fileLineage();
                case DESIGNATIONS -> fileDesignations();
                case FIELDS, FORM_FIELDS -> {}
            }
            progress.accept((sheet.ordinal() + 1.0) / Sheet.values().length);
        }
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

    List<Report.Counts> counts() {
        return tallies.values().stream().map(Tally::counts).toList();
    }

    private void fileThings(Sheet sheet) throws IOException {
        if (!tallies.containsKey(sheet)) {
            return;
        }
        look(sheet);
        batches(sheet, rows -> {
            var things = file(sheet, rows);
            write(writing -> writeThings(writing, sheet, things));
            forget(things);
        });
        warnOfRings(sheet);
    }

    /// Goes through a sheet once to know what it files and what not, before anything is said of it.
    private void look(Sheet sheet) throws IOException {
        var fine = accepted.computeIfAbsent(sheet, any -> new HashSet<>());
        var bad = refused.computeIfAbsent(sheet, any -> new HashSet<>());
        if (sheet == Sheet.RESOURCES) {
            filed.read(sheet, row -> {
                var key = key(row, "code");
                if (isSecret(row) && !key.isEmpty()) {
                    secret.add(key);
                }
            });
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
                    fine.add(key);
                }
            }
        });
        bad.removeAll(fine);
    }

    private void fileOwners(Sheet owners, Sheet fields) throws IOException {
        if (!tallies.containsKey(owners) && !tallies.containsKey(fields)) {
            return;
        }
        var rows = new int[1];
        for (var sheet : List.of(owners, fields)) {
            if (tallies.containsKey(sheet)) {
                filed.read(sheet, row -> rows[0]++);
            }
        }
        if (tallies.containsKey(owners)) {
            look(owners);
        }
        var parts = rows[0] / PART + 1;
        try (var ownerRows = new Spool(scratch, owners.name(), parts);
                var fieldRows = new Spool(scratch, fields.name(), parts)) {
            if (tallies.containsKey(owners)) {
                batches(owners, some -> {
                    prefetch(owners, some);
                    for (var row : some) {
                        refuseOr(owners, row, () -> ownerRows.add(key(row, "code"), row));
                    }
                });
            }
            if (tallies.containsKey(fields)) {
                var codes = new HashMap<String, Integer>();
                batches(fields, some -> {
                    prefetch(fields, some);
                    for (var row : some) {
                        refuseOr(fields, row, () -> {
                            var own = key(row, "code");
                            var first = own.isEmpty() ? null : codes.putIfAbsent(own, row.number());
                            if (first != null) {
                                refuse(
                                        fields,
                                        row,
                                        problem(
                                                fields,
                                                row,
                                                "code",
                                                "DUPLICATE_CODE",
                                                "与第%d行重复,信息项编码在图谱中唯一,该信息项未入库".formatted(first)));
                            } else {
                                fieldRows.add(key(row, ownerColumn(fields)), row);
                            }
                        });
                    }
                });
            }
            for (var part = 0; part < parts; part++) {
                filePart(owners, fields, ownerRows.rows(part), fieldRows.rows(part));
            }
        }
    }

    private static String ownerColumn(Sheet fields) {
        return fields == Sheet.FIELDS ? "resource" : "form";
    }

    /// Writes owners and their fields: what is of one owner in one transaction.
    private void filePart(Sheet owners, Sheet fields, List<FiledRow> ownerRows, List<FiledRow> fieldRows) {
        var byOwner = new LinkedHashMap<String, OwnerRows>();
        ownerRows.forEach(row -> byOwner.computeIfAbsent(key(row, "code"), key -> new OwnerRows())
                .own
                .add(row));
        fieldRows.forEach(row -> byOwner.computeIfAbsent(key(row, ownerColumn(fields)), key -> new OwnerRows())
                .fields
                .add(row));
        var some = new LinkedHashMap<String, OwnerRows>();
        var size = 0;
        for (var owner : byOwner.entrySet()) {
            some.put(owner.getKey(), owner.getValue());
            size += owner.getValue().own.size() + owner.getValue().fields.size();
            if (size >= BATCH) {
                fileSome(owners, fields, some);
                some.clear();
                size = 0;
            }
        }
        if (!some.isEmpty()) {
            fileSome(owners, fields, some);
        }
    }

    private void fileSome(Sheet owners, Sheet fields, Map<String, OwnerRows> some) {
        var ownRows = some.values().stream().flatMap(rows -> rows.own.stream()).toList();
        var things = fileAccepted(owners, ownRows);
        var kind = owners == Sheet.RESOURCES ? Things.RESOURCE : Things.FORM;
        var ownersOfFields = new HashMap<String, Thing>();
        graphThings(kind.statements(), some.keySet()).forEach(thing -> ownersOfFields.put(thing.key(), thing));
        things.forEach(thing -> ownersOfFields.put(thing.key(), thing));
        var filedFields = fileFields(fields, some, ownersOfFields);
        write(writing -> {
            writeThings(writing, owners, things);
            writeFields(writing, owners, fields, filedFields, things);
        });
        forget(things);
        forget(filedFields);
    }

    private List<Thing> fileFields(Sheet sheet, Map<String, OwnerRows> some, Map<String, Thing> owners) {
        var known = new HashMap<String, Thing>();
        var next = new HashMap<String, Integer>();
        for (var row : graph.read("fields-of-owners", Map.of("owners", List.copyOf(some.keySet())))) {
            var thing = Thing.from(row);
            known.put(row.get("owner").asString() + "#" + thing.text("nameKey"), thing);
            next.merge(row.get("owner").asString(), 1, Integer::sum);
        }
        var rows = some.values().stream().flatMap(of -> of.fields.stream()).toList();
        prefetch(sheet, rows);
        var madeCodes = new LinkedHashMap<String, String>();
        for (var of : some.entrySet()) {
            for (var row : of.getValue().fields) {
                var owner = owners.get(of.getKey());
                var made = Codes.key(
                        row.compared("code").isEmpty()
                                ? (owner == null ? of.getKey() : owner.text("code")) + "#" + row.compared("name")
                                : row.compared("code"));
                madeCodes.put(made, of.getKey());
            }
        }
        var taken = new HashMap<String, Thing>();
        graphThings("fields", madeCodes.keySet()).forEach(thing -> taken.put(thing.key(), thing));
        var filedThings = new LinkedHashMap<String, Thing>();
        for (var of : some.entrySet()) {
            var names = new HashSet<String>();
            for (var row : of.getValue().fields) {
                fileField(sheet, row, of.getKey(), owners.get(of.getKey()), known, taken, names, next, filedThings);
            }
        }
        return List.copyOf(filedThings.values());
    }

    private void fileField(
            Sheet sheet,
            FiledRow row,
            String ownerKey,
            @Nullable Thing owner,
            Map<String, Thing> known,
            Map<String, Thing> taken,
            Set<String> names,
            Map<String, Integer> next,
            Map<String, Thing> filedThings) {
        var nameKey = Codes.key(row.compared("name"));
        var suffix = "";
        for (var second = 2; !names.add(nameKey + suffix); second++) {
            suffix = "~" + second;
        }
        var thing = known.get(ownerKey + "#" + nameKey + suffix);
        if (thing == null) {
            var ownerCode = owner == null ? ownerKey : owner.text("code");
            var own = stripped(row, "code");
            var fieldCode = own.isEmpty() ? ownerCode + "#" + stripped(row, "name") + suffix : own;
            var key = Codes.key(fieldCode);
            var holder = taken.get(key);
            if (holder != null || filedThings.containsKey(key)) {
                refuse(
                        sheet,
                        row,
                        problem(
                                sheet,
                                row,
                                own.isEmpty() ? "name" : "code",
                                "DUPLICATE_CODE",
                                "编码“%s”已属于另一信息项,该%s未入库".formatted(shown(fieldCode), sheet.title())));
                refusedFields.add(ownerKey + "#" + nameKey + suffix);
                return;
            }
            if (fieldCode.codePointCount(0, fieldCode.length()) > LONGEST_CODE + LONGEST_CODE) {
                refuse(
                        sheet,
                        row,
                        problem(sheet, row, "name", "TOO_LONG", "由名称组成的编码过长,该%s未入库".formatted(sheet.title())));
                refusedFields.add(ownerKey + "#" + nameKey + suffix);
                return;
            }
            thing = new Thing(key);
            thing.set("key", key);
            thing.set("code", fieldCode);
            thing.set("nameKey", nameKey + suffix);
            thing.set("ownerKey", ownerKey);
            thing.set("ordinal", (long) next.merge(ownerKey, 1, Integer::sum));
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
        apply(sheet, row, thing, true);
        if (thing.hasChanged("elementKey")
                || thing.hasChanged("subject")
                || thing.hasChanged("qualifier")
                || thing.isNew()) {
            thing.set("stale", true);
        }
        filedThings.put(thing.key(), thing);
        if (dryRun) {
            fieldsOfPackage.put(ownerKey + "#" + nameKey + suffix, thing.key());
        }
    }

    private void writeFields(
            FilingGraph.Writing writing, Sheet owners, Sheet fields, List<Thing> things, List<Thing> ownerThings) {
        var changed = things.stream()
                .filter(thing -> !thing.changed().isEmpty() || !thing.relinked().isEmpty())
                .toList();
        describeElements(changed);
        changed.forEach(this::describeField);
        writing.run("written-fields", "rows", rows(changed));
        var owned = changed.stream()
                .filter(Thing::isNew)
                .map(thing -> Map.of("key", thing.key(), "owner", thing.text("ownerKey")))
                .toList();
        writing.run(owners == Sheet.RESOURCES ? "owned-resource-fields" : "owned-form-fields", "rows", owned);
        link(writing, fields, changed);
        writing.run(
                "late-designation-fields",
                "rows",
                changed.stream()
                        .filter(Thing::isNew)
                        .map(thing -> Map.of(
                                "key", thing.key(), "named", thing.text("ownerKey") + "#" + thing.text("nameKey")))
                        .toList());
        var what = owners == Sheet.RESOURCES ? "subject" : "respondent";
        writing.run(
                owners == Sheet.RESOURCES ? "stale-resource-fields" : "stale-form-fields",
                "keys",
                ownerThings.stream()
                        .filter(thing -> thing.hasChanged(what) && !thing.isNew())
                        .map(Thing::key)
                        .toList());
    }

    private void describeElements(List<Thing> fields) {
        var keys = new HashSet<String>();
        fields.forEach(field -> keys.add(field.text("elementKey")));
        keys.remove("");
        keys.removeAll(elements.keySet());
        graphThings("elements", keys).forEach(element -> elements.put(element.key(), element));
    }

    private void describeField(Thing field) {
        var element = elements.get(field.text("elementKey"));
        var words = new ArrayList<String>();
        if (element != null) {
            words.add(element.text("name"));
            words.addAll(texts(element.get("synonyms")));
        }
        describe(field, words);
    }

    private static void describe(Thing thing, List<String> more) {
        var names = new ArrayList<String>(List.of(thing.text("name"), thing.text("shortName")));
        names.addAll(texts(thing.get("synonyms")));
        names.addAll(more);
        var words = new ArrayList<>(names);
        words.addAll(List.of(
                thing.text("code"), thing.text("summary"), thing.text("physicalName"), thing.text("identifier")));
        words.addAll(texts(thing.get("catalogueCodes")));
        var initials = new ArrayList<String>();
        names.forEach(name -> initials.add(Pinyin.initials(name)));
        for (var property : List.of("physicalName", "identifier", "code")) {
            initials.add(Codes.key(thing.text(property)).toLowerCase(java.util.Locale.ROOT));
        }
        thing.set("searchText", joined(words));
        thing.set("searchInitials", joined(initials));
    }

    private static String joined(List<String> words) {
        var set = new LinkedHashSet<>(words);
        set.remove("");
        var text = String.join(" ", set);
        return text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
    }

    private List<Thing> file(Sheet sheet, List<FiledRow> rows) {
        prefetch(sheet, rows);
        var fine = new ArrayList<FiledRow>();
        for (var row : rows) {
            refuseOr(sheet, row, () -> fine.add(row));
        }
        return fileAccepted(sheet, fine);
    }

    private List<Thing> fileAccepted(Sheet sheet, List<FiledRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        prefetch(sheet, rows);
        var kind = java.util.Objects.requireNonNull(Things.of(sheet));
        var keys = new LinkedHashSet<String>();
        rows.forEach(row -> keys.add(key(row, "code")));
        var before = twice.computeIfAbsent(sheet, any -> new HashMap<>());
        var known = new HashMap<String, Thing>();
        graphThings(kind.statements(), keys).forEach(thing -> known.put(thing.key(), thing));
        known.putAll(before);
        var things = new LinkedHashMap<String, Thing>();
        for (var row : rows) {
            var key = key(row, "code");
            var thing = things.computeIfAbsent(key, any -> {
                var found = known.get(key);
                return found == null ? new Thing(key) : found;
            });
            if (dryRun) {
                before.put(key, thing);
            }
            if (thing.text("code").isEmpty()) {
                thing.set("key", key);
                thing.set("code", stripped(row, "code"));
            }
            apply(sheet, row, thing, true);
        }
        return List.copyOf(things.values());
    }

    /// Brings what a row says into the thing, and counts the row.
    private void apply(Sheet sheet, FiledRow row, Thing thing, boolean counted) {
        var again = sheet != Sheet.FIELDS
                && sheet != Sheet.FORM_FIELDS
                && !seen(sheet).add(thing.key());
        if (again) {
            warn(sheet, row, problem(sheet, row, "code", "DUPLICATE_KEY", "本次目录包中同一主键出现多次,以最后一行为准"));
        }
        var changed = thing.isNew() && !again;
        for (var property : properties(sheet, row).entrySet()) {
            changed |= thing.set(property.getKey(), property.getValue());
        }
        for (var named : Named.BY_SHEET.getOrDefault(sheet, List.of())) {
            changed |= name(sheet, row, thing, named);
        }
        if (sheet == Sheet.RESOURCES && row.asFiled("library") != null) {
            var library = key(row, "library");
            thing.link("BELONGS_TO", "resource-libraries", library.isEmpty() ? null : library);
        }
        if (counted) {
            count(sheet, row, thing, again, changed);
        }
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
        thing.link(named.type(), named.linked(), there ? key : null);
        return changed;
    }

    private void warnUnknown(Sheet sheet, FiledRow row, String column, Things things) {
        var refusedToo = refused.getOrDefault(things.sheet(), Set.of()).contains(key(row, column));
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

    private Map<String, @Nullable Object> properties(Sheet sheet, FiledRow row) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        var names = new HashSet<String>();
        Named.BY_SHEET.getOrDefault(sheet, List.of()).forEach(named -> names.add(named.column()));
        for (var column : sheet.columns()) {
            var cell = row.asFiled(column.alias());
            if (cell == null || skipped(sheet, column.alias()) || names.contains(column.alias())) {
                continue;
            }
            read(sheet, row, column, cell, properties);
        }
        ENDS.forEach((end, beginning) -> {
            if (properties.get(end) instanceof LocalDate last
                    && properties.get(beginning) instanceof LocalDate first
                    && last.isBefore(first)) {
                properties.put(end, null);
                properties.put(end + "Text", row.asFiled(end));
                warnUnreadable(
                        sheet,
                        row,
                        sheet.column(end),
                        "早于%s".formatted(sheet.column(beginning).header()));
            }
        });
        if (sheet == Sheet.DEPARTMENTS && !row.compared("uscc").isEmpty() && !CellValues.isUscc(row.compared("uscc"))) {
            warn(
                    sheet,
                    row,
                    problem(sheet, row, "uscc", "BAD_USCC", cell(sheet, row, "uscc") + "校验位不符合 GB 32100,已按原样入库"));
        }
        row.extra().forEach((header, cell) -> {
            if (!header.isBlank()) {
                properties.put("x_" + header.strip(), Cells.compared(cell).isEmpty() ? null : cell);
            }
        });
        return properties;
    }

    private static boolean skipped(Sheet sheet, String alias) {
        return alias.equals("code")
                || alias.equals("secret")
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

    private void read(Sheet sheet, FiledRow row, Column column, String cell, Map<String, @Nullable Object> properties) {
        var empty = Cells.compared(cell).isEmpty();
        var value = empty ? null : CellValues.read(column, cell).orElse(null);
        properties.put(column.alias(), value);
        if (column.type() != Column.Type.TEXT && column.type() != Column.Type.LIST) {
            properties.put(column.alias() + "Text", empty || value != null ? null : cell);
            if (!empty && value == null) {
                warnUnreadable(sheet, row, column, "无法识别");
            }
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

    private void writeThings(FilingGraph.Writing writing, Sheet sheet, List<Thing> things) {
        var kind = java.util.Objects.requireNonNull(Things.of(sheet));
        var changed = things.stream()
                .filter(thing -> !thing.changed().isEmpty() || !thing.relinked().isEmpty())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        if (SEARCHABLE.contains(sheet)) {
            changed.forEach(thing -> describe(thing, List.of()));
        }
        writing.run("written-" + kind.statements(), "rows", rows(changed));
        link(writing, sheet, changed);
        if (sheet == Sheet.RESOURCES) {
            writing.run(
                    "linked-resource-libraries",
                    "rows",
                    changed.stream()
                            .filter(thing -> thing.relinked().containsKey("resource-libraries"))
                            .map(thing -> {
                                var row = linkRow(thing, "resource-libraries");
                                row.put("name", thing.text("library").strip());
                                return row;
                            })
                            .toList());
        }
        var keys = changed.stream().filter(Thing::isNew).map(Thing::key).toList();
        for (var named : Named.BY_SHEET.values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList()) {
            if (named.things() == kind && named.late()) {
                writing.run("late-" + named.linked(), "keys", keys);
            }
        }
        if (sheet == Sheet.REGIONS) {
            writing.run("late-unit-regions", "keys", keys);
        }
        if (sheet == Sheet.DEPARTMENTS) {
            writing.run("late-designation-departments", "keys", keys);
        }
        if (sheet == Sheet.ELEMENTS) {
            writing.run(
                    "stale-element-fields",
                    "keys",
                    changed.stream().map(Thing::key).toList());
        }
    }

    private static List<Map<String, Object>> rows(List<Thing> things) {
        return things.stream()
                .filter(thing -> !thing.changed().isEmpty())
                .map(thing -> Map.<String, Object>of("key", thing.key(), "properties", new HashMap<>(thing.changed())))
                .toList();
    }

    private void link(FilingGraph.Writing writing, Sheet sheet, List<Thing> things) {
        for (var named : Named.BY_SHEET.getOrDefault(sheet, List.of())) {
            writing.run("linked-" + named.linked(), "rows", linkRows(things, named.linked()));
        }
    }

    private static List<Map<String, @Nullable Object>> linkRows(List<Thing> things, String statement) {
        return things.stream()
                .filter(thing -> thing.relinked().containsKey(statement))
                .map(thing -> linkRow(thing, statement))
                .toList();
    }

    private static Map<String, @Nullable Object> linkRow(Thing thing, String statement) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("key", thing.key());
        row.put("target", thing.relinked().get(statement));
        return row;
    }

    private void write(Consumer<FilingGraph.Writing> work) {
        if (!dryRun) {
            graph.write(work);
        }
    }

    private void forget(List<Thing> things) {
        things.forEach(Thing::written);
    }

    private List<Thing> graphThings(String statements, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : graph.read("filed-" + statements, Map.of("keys", List.copyOf(keys))).stream()
                        .map(Thing::from)
                        .toList();
    }

    /// Asks the graph once for all that these rows name.
    private void prefetch(Sheet sheet, List<FiledRow> rows) {
        for (var named : names(sheet)) {
            var known = inGraph.computeIfAbsent(named.things(), any -> new HashMap<>());
            var fresh = new LinkedHashSet<String>();
            for (var row : rows) {
                var key = key(row, named.column());
                if (!key.isEmpty() && !known.containsKey(key)) {
                    fresh.add(key);
                }
            }
            fresh.forEach(key -> known.put(key, false));
            graphThings(named.things().statements(), fresh).forEach(thing -> known.put(thing.key(), true));
        }
    }

    private static List<Named> names(Sheet sheet) {
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
        return names;
    }

    private boolean isThere(Things things, String key) {
        return accepted.getOrDefault(things.sheet(), Set.of()).contains(key)
                || inGraph.getOrDefault(things, Map.of()).getOrDefault(key, false);
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

    private Set<String> seen(Sheet sheet) {
        return seen.computeIfAbsent(sheet, any -> new HashSet<>());
    }

    private Tally tally(Sheet sheet) {
        return tallies.computeIfAbsent(sheet, Tally::new);
    }

    private boolean isSecret(FiledRow row) {
        return SECRET.contains(Codes.key(row.compared("secret")).toLowerCase(java.util.Locale.ROOT));
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
        var codes = new HashSet<>(CODES);
        names(sheet).forEach(named -> codes.add(named.column()));
        if (sheet == Sheet.LINEAGE || sheet == Sheet.DESIGNATIONS) {
            codes.addAll(Set.of("field", "fromField"));
        }
        for (var column : sheet.columns()) {
            var cell = row.asFiled(column.alias());
            if (row.compared(column.alias()).isEmpty()) {
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
            } else if (cell != null && isTooLong(cell, codes.contains(column.alias()))) {
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
            var refusedToo =
                    refused.getOrDefault(named.things().sheet(), Set.of()).contains(key);
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

    private static boolean exempt(Sheet sheet, FiledRow row, Column column) {
        return sheet == Sheet.DESIGNATIONS
                && column.alias().equals("department")
                && WITHOUT_DEPARTMENT.contains(key(row, "state"));
    }

    private static boolean isTooLong(String cell, boolean isCode) {
        return isCode
                ? cell.strip().codePointCount(0, cell.strip().length()) > LONGEST_CODE
                : cell.length() > LONGEST_CELL / 3 && cell.getBytes(StandardCharsets.UTF_8).length > LONGEST_CELL;
    }

    private void fileLineage() throws IOException {
        if (!tallies.containsKey(Sheet.LINEAGE)) {
            return;
        }
        batches(Sheet.LINEAGE, rows -> {
            prefetch(Sheet.LINEAGE, rows);
            var fine = new ArrayList<FiledRow>();
            rows.forEach(row -> refuseOr(Sheet.LINEAGE, row, () -> fine.add(row)));
            var names = fieldNames(fine, Map.of("resource", "field", "fromResource", "fromField"));
            var ends = new LinkedHashMap<FiledRow, String[]>();
            for (var row : fine) {
                var down = end(row, "resource", "field", names);
                var up = end(row, "fromResource", "fromField", names);
                if (down == null || up == null) {
                    var column = down == null ? "field" : "fromField";
                    refuse(
                            Sheet.LINEAGE,
                            row,
                            problem(
                                    Sheet.LINEAGE,
                                    row,
                                    column,
                                    "UNKNOWN_FIELD",
                                    "%s在所填资源中不存在,该血缘未入库".formatted(cell(Sheet.LINEAGE, row, column))));
                } else {
                    var activity = row.compared("activity");
                    var from = CellValues.date(row.compared("validFrom"))
                            .map(LocalDate::toString)
                            .orElse(Codes.key(row.compared("validFrom")));
                    ends.put(row, new String[] {down, up, down + "|" + up + "|" + Codes.key(activity) + "|" + from});
                }
            }
            fileEdges(ends);
        });
    }

    private void fileEdges(Map<FiledRow, String[]> ends) {
        var before = twice.computeIfAbsent(Sheet.LINEAGE, any -> new HashMap<>());
        var known = new HashMap<String, Thing>();
        graphThings(
                        "derivations",
                        ends.values().stream().map(of -> of[2]).distinct().toList())
                .forEach(thing -> known.put(thing.key(), thing));
        known.putAll(before);
        var things = new LinkedHashMap<String, Thing>();
        var kinds = new HashMap<String, List<Map<String, Object>>>();
        var written = new LinkedHashMap<String, Map.Entry<FiledRow, String[]>>();
        for (var end : ends.entrySet()) {
            var edge = end.getValue()[2];
            var thing = things.computeIfAbsent(edge, any -> {
                var found = known.get(edge);
                return found == null ? new Thing(edge) : found;
            });
            if (dryRun) {
                before.put(edge, thing);
            }
            thing.set("edge", edge);
            apply(Sheet.LINEAGE, end.getKey(), thing, true);
            written.put(edge, end);
        }
        written.forEach((edge, end) -> {
            var thing = java.util.Objects.requireNonNull(things.get(edge));
            if (!thing.changed().isEmpty()) {
                var row = end.getKey();
                var kind = !row.compared("field").isEmpty()
                        ? "fields"
                        : isThere(Things.RESOURCE, key(row, "resource")) ? "resources" : "forms";
                kinds.computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(Map.of(
                                "edge",
                                edge,
                                "down",
                                end.getValue()[0],
                                "up",
                                end.getValue()[1],
                                "properties",
                                new HashMap<>(thing.changed())));
            }
        });
        if (!kinds.isEmpty()) {
            write(writing -> kinds.forEach((kind, rows) -> writing.run("derived-" + kind, "rows", rows)));
        }
        forget(List.copyOf(things.values()));
    }

    private static @Nullable String end(FiledRow row, String resource, String field, Map<String, String> names) {
        return row.compared(field).isEmpty()
                ? key(row, resource)
                : names.get(key(row, resource) + "#" + key(row, field));
    }

    /// The keys of the fields that rows name, by `resource#name`.
    private Map<String, String> fieldNames(List<FiledRow> rows, Map<String, String> columns) {
        var asked = new LinkedHashSet<Map<String, Object>>();
        for (var row : rows) {
            columns.forEach((resource, field) -> {
                if (!key(row, field).isEmpty()) {
                    asked.add(Map.of("owner", key(row, resource), "name", key(row, field)));
                }
            });
        }
        var names = new HashMap<String, String>();
        if (!asked.isEmpty()) {
            graph.read("named-fields", Map.of("names", List.copyOf(asked)))
                    .forEach(found -> names.put(
                            found.get("owner").asString() + "#"
                                    + found.get("name").asString(),
                            found.get("key").asString()));
        }
        for (var one : asked) {
            var name = one.get("owner") + "#" + one.get("name");
            var key = fieldsOfPackage.get(name);
            if (key != null) {
                names.put(name, key);
            }
        }
        return names;
    }

    private void fileDesignations() throws IOException {
        var sheet = Sheet.DESIGNATIONS;
        if (!tallies.containsKey(sheet)) {
            return;
        }
        batches(sheet, rows -> {
            prefetch(sheet, rows);
            var fine = new ArrayList<FiledRow>();
            rows.forEach(row -> refuseOr(sheet, row, () -> fine.add(row)));
            var names = fieldNames(fine, Map.of("resource", "field"));
            var elementKeys = new HashSet<String>();
            var regionKeys = new HashSet<String>();
            fine.forEach(row -> {
                elementKeys.add(key(row, "element"));
                regionKeys.add(key(row, "region"));
            });
            var of = new HashMap<String, Thing>();
            graphThings("elements", elementKeys).forEach(thing -> of.put(thing.key(), thing));
            var regions = new HashMap<String, Thing>();
            graphThings("regions", regionKeys).forEach(thing -> regions.put(thing.key(), thing));
            var unitOf = new LinkedHashMap<FiledRow, Unit>();
            var keys = new LinkedHashMap<FiledRow, String>();
            for (var row : fine) {
                var unit = unit(row, of.get(key(row, "element")), regions.get(key(row, "region")));
                unitOf.put(row, unit);
                var from = CellValues.date(row.compared("validFrom"))
                        .map(LocalDate::toString)
                        .orElse(row.compared("validFrom"));
                keys.put(row, unit.code() + "|" + row.compared("department") + "|" + from);
            }
            fileDesignations(unitOf, keys, names);
        });
    }

    private Unit unit(FiledRow row, @Nullable Thing element, @Nullable Thing region) {
        return units.resolve(new yuanliu.ownership.Cells(
                element == null ? row.compared("element") : element.text("code"),
                element == null ? "" : element.text("name"),
                element == null ? null : orNull(element.text("subject")),
                orNull(row.compared("subject")),
                orNull(row.compared("qualifier")),
                null,
                null,
                region == null ? orNull(row.compared("region")) : region.text("code"),
                region == null ? null : region.text("name")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void fileDesignations(Map<FiledRow, Unit> unitOf, Map<FiledRow, String> codes, Map<String, String> names) {
        var sheet = Sheet.DESIGNATIONS;
        var before = twice.computeIfAbsent(sheet, any -> new HashMap<>());
        var known = new HashMap<String, Thing>();
        graphThings(
                        "designations",
                        codes.values().stream().map(Codes::key).distinct().toList())
                .forEach(thing -> known.put(thing.key(), thing));
        known.putAll(before);
        var things = new LinkedHashMap<String, Thing>();
        var unitRows = new LinkedHashMap<String, Map<String, Object>>();
        codes.forEach((row, designation) -> {
            var key = Codes.key(designation);
            var thing = things.computeIfAbsent(key, any -> {
                var found = known.get(key);
                return found == null ? new Thing(key) : found;
            });
            if (dryRun) {
                before.put(key, thing);
            }
            if (thing.isNew()) {
                thing.set("key", key);
                thing.set("code", designation);
            }
            nameOfDesignation(row, thing, names);
            apply(sheet, row, thing, true);
            unitRows.put(
                    key, Map.of("key", key, "unit", unitProperties(java.util.Objects.requireNonNull(unitOf.get(row)))));
        });
        var changed = things.values().stream()
                .filter(thing -> !thing.changed().isEmpty() || !thing.relinked().isEmpty())
                .toList();
        if (!changed.isEmpty()) {
            write(writing -> {
                writing.run("written-designations", "rows", rows(changed));
                writing.run(
                        "designated-units",
                        "rows",
                        changed.stream()
                                .filter(Thing::isNew)
                                .map(thing -> unitRows.get(thing.key()))
                                .toList());
                writing.run("linked-designation-departments", "rows", linkRows(changed, "designation-departments"));
                writing.run("linked-designation-fields", "rows", linkRows(changed, "designation-fields"));
            });
        }
        forget(List.copyOf(things.values()));
    }

    private void nameOfDesignation(FiledRow row, Thing thing, Map<String, String> names) {
        var sheet = Sheet.DESIGNATIONS;
        thing.set("elementKey", key(row, "element"));
        for (var named : names(sheet)) {
            var cell = row.asFiled(named.column());
            if (cell == null || named.column().equals("element")) {
                continue;
            }
            var key = key(row, named.column());
            thing.set(named.column() + "Ref", key.isEmpty() ? null : cell);
            thing.set(named.column() + "Key", orNull(key));
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
            thing.set("fieldRef", key.isEmpty() ? null : field);
            thing.set("fieldKey", key.isEmpty() ? null : name);
            thing.link("AT", "designation-fields", key.isEmpty() ? null : names.get(name));
            if (!key.isEmpty() && names.get(name) == null) {
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
        graph.read(sheet == Sheet.REGIONS ? "region-parents" : "department-parents", Map.of())
                .forEach(row ->
                        above.put(row.get("key").asString(), row.get("parent").asString()));
        var fine = accepted.getOrDefault(sheet, Set.of());
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
        var rows = new ArrayList<FiledRow>(BATCH);
        filed.read(sheet, row -> {
            rows.add(row);
            if (rows.size() == BATCH) {
                use.accept(List.copyOf(rows));
                rows.clear();
            }
        });
        if (!rows.isEmpty()) {
            use.accept(List.copyOf(rows));
        }
    }

    private static String key(FiledRow row, String column) {
        return Codes.key(row.compared(column));
    }

    /// As filed, trimmed and without line breaks.
    private static String stripped(FiledRow row, String column) {
        var cell = row.asFiled(column);
        return cell == null
                ? ""
                : cell.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]+", "").strip();
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

    /// @param problem what is told; null for a secret row, of which nothing is said
    private record Refusal(Report.@Nullable Problem problem) {}

    /// The rows of one owner, and those of its fields.
    private static final class OwnerRows {
        private final List<FiledRow> own = new ArrayList<>();
        private final List<FiledRow> fields = new ArrayList<>();
    }
}
