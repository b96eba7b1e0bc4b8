package yuanliu.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.checks.Regulation;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Designation;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.ownership.Standing;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;

/// Of what a base or theme library is composed (基础库构成): its fields by code, each with the fields from which it comes in
/// the end, and whether that is its source; then what its contribution plan names and it has not. Region and level are
/// of who keeps the library: the nation, a province and a city may each have one of a name.
@Component
class Composition implements WholeList<Composition.CompositionRow> {

    private final Asking asking;
    private final Ledger ledger;
    private final MeantDepartments places;
    private final Lines lines;
    private final Regulation regulation;
    private final Statement fields;
    private final Statement owners;

    Composition(
            Asking asking,
            Ledger ledger,
            MeantDepartments places,
            Lines lines,
            Regulation regulation,
            CypherLibrary cypher) {
        this.asking = asking;
        this.ledger = ledger;
        this.places = places;
        this.lines = lines;
        this.regulation = regulation;
        this.fields = cypher.get("reports/library");
        this.owners = cypher.get("reports/owners-of-fields");
    }

    /// Where a field of a library comes from.
    enum Verdict {
        /// From the designated source's field, or it is that field.
        FROM_SOURCE("来自数源"),
        /// From elsewhere, though there is a source.
        NOT_FROM_SOURCE("不来自数源"),
        /// From somewhere, and nobody is the source.
        NO_SOURCE("无数源"),
        /// No lineage tells from where, and it is neither collected nor generated.
        UNKNOWN("来源不明"),
        /// The field has no data element, so that no unit says who its source is.
        UNBOUND("未对应数据元"),
        /// The plan names it, and the library has it not.
        MISSING("缺项");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// A field from which a library's comes in the end.
    record Contributor(DataField field, Department department) {}

    /// @param field        null where it is missing
    /// @param unit         null where the field has none
    /// @param element      what it is, by the element's name, else the field's
    /// @param contributors by code; none where it is the library's own or its origin is not recorded
    /// @param planned      the line that the plan has contribute it; null where no plan names it
    record CompositionRow(
            String library,
            @Nullable DataField field,
            @Nullable DataResource resource,
            @Nullable Department keeper,
            @Nullable SourceUnit unit,
            String element,
            List<Contributor> contributors,
            @Nullable Department source,
            Verdict verdict,
            @Nullable String planned,
            List<RowEvidence> evidence)
            implements Row {}

    @Override
    public String code() {
        return "composition";
    }

    @Override
    public String question() {
        return "libraryComposition(";
    }

    @Override
    public String title() {
        return "基础库构成表";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.LIBRARY, Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL);
    }

    @Override
    public List<Column<CompositionRow>> columns() {
        return List.of(
                Column.of("库", CompositionRow::library),
                Column.of("数据项", CompositionRow::element),
                Column.of("单元编号", row -> row.unit() == null ? null : row.unit().code()),
                Column.of(
                        "库中信息项", row -> row.field() == null ? null : row.field().code()),
                Column.of(
                        "库中资源",
                        row -> row.resource() == null ? null : row.resource().name()),
                Column.of(
                        "贡献部门",
                        row -> row.contributors().stream()
                                .map(one -> one.department().name())
                                .distinct()
                                .toList()),
                Column.of(
                        "贡献信息项",
                        row -> row.contributors().stream()
                                .map(one -> one.field().code())
                                .toList()),
                Column.of(
                        "数源部门",
                        row -> row.source() == null ? null : row.source().name()),
                Column.of("结论", row -> row.verdict().word()),
                Column.of("贡献计划", CompositionRow::planned),
                Column.of(
                        "更新周期",
                        row -> row.resource() == null ? null : row.resource().cycle()),
                Column.of(
                        "最近更新日期",
                        row -> row.resource() == null ? null : row.resource().updated()));
    }

    private record Held(
            DataField field,
            DataResource resource,
            Department keeper,
            @Nullable String unit,
            List<RowEvidence> filed) {}

    /// @throws BadRequest when no library is named
    @Override
    public void check(ListFilter filter) {
        WholeList.super.check(filter);
        if (filter.library() == null || filter.library().isBlank()) {
            throw new BadRequest("请在 library 中写明库的名称，如 人口库");
        }
    }

    @Override
    public List<CompositionRow> all(ListFilter filter) {
        var library = Objects.requireNonNull(filter.library());
        var contributing = filter.department() == null ? null : Set.of(Codes.key(filter.department()));
        var keeping = places.departments(filter.department(null));
        var held = asking
                .rows(
                        fields,
                        Map.of("library", Codes.key(library)),
                        row -> new Held(
                                DataField.from(row.get("field")),
                                DataResource.from(row.get("resource")),
                                Department.from(row.get("keeper")),
                                row.get("unit").asString(null),
                                RowEvidence.filed(row.get("field"), "信息项")))
                .stream()
                .filter(one -> keeping == null
                        || keeping.contains(Codes.key(one.keeper().code())))
                .toList();
        var keys = held.stream().map(one -> Codes.key(one.field().code())).toList();
        var drawn = ledger.drawnFrom(keys);
        var contributors = contributors(drawn.values().stream()
                .flatMap(one -> one.ends().stream())
                .distinct()
                .toList());
        var units = ledger.byKey(held.stream()
                .map(Held::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var standings = ledger.standings(units.values());
        var settings = regulation.settings();
        var lineOf = lines.all();
        var rows = new ArrayList<CompositionRow>();
        for (var one : held) {
            var unit = one.unit() == null ? null : units.get(one.unit());
            rows.add(row(
                    library,
                    one,
                    unit,
                    unit == null ? null : standings.get(unit),
                    drawn.getOrDefault(Codes.key(one.field().code()), Ledger.Drawn.NOWHERE),
                    contributors,
                    unit == null ? null : planned(library, unit, settings),
                    lineOf));
        }
        if (!held.isEmpty()) {
            rows.addAll(missing(library, units.values(), settings));
        }
        return rows.stream().filter(row -> concerns(row, contributing)).toList();
    }

    private static @Nullable String planned(String library, SourceUnit unit, Regulation.Settings settings) {
        return settings.plan(library).stream()
                .filter(one -> one.fits(unit))
                .map(Regulation.Contribution::contributor)
                .findFirst()
                .orElse(null);
    }

    /// A row is of who contributes, and where nobody does of who keeps the library. What is missing is of nobody.
    private static boolean concerns(CompositionRow row, @Nullable Set<String> contributing) {
        if (row.keeper() == null || contributing == null) {
            return contributing == null;
        }
        var of = new HashSet<String>();
        row.contributors().forEach(one -> of.add(Codes.key(one.department().code())));
        if (of.isEmpty()) {
            of.add(Codes.key(row.keeper().code()));
        }
        return of.stream().anyMatch(contributing::contains);
    }

    private record Origin(
            DataField field,
            Department department,
            @Nullable String unit) {}

    private Map<String, Origin> contributors(List<String> ends) {
        var found = new HashMap<String, Origin>();
        asking.each(
                owners,
                Map.of("fields", ends),
                row -> found.put(
                        row.get("key").asString(),
                        new Origin(
                                DataField.from(row.get("field")),
                                Department.from(row.get("department")),
                                row.get("unit").asString(null))));
        return found;
    }

    private static CompositionRow row(
            String library,
            Held held,
            @Nullable SourceUnit unit,
            @Nullable Standing standing,
            Ledger.Drawn drawn,
            Map<String, Origin> origins,
            @Nullable String planned,
            Map<String, String> lineOf) {
        var from = drawn.ends().stream()
                .sorted(Codes.ORDER)
                .map(origins::get)
                .filter(Objects::nonNull)
                .toList();
        var designation = standing == null ? null : standing.designation();
        var source = standing == null ? null : standing.department();
        var at = designation == null || designation.field() == null
                ? null
                : Codes.key(designation.field().code());
        return new CompositionRow(
                library,
                held.field(),
                held.resource(),
                held.keeper(),
                unit,
                unit == null ? held.field().name() : unit.name(),
                from.stream()
                        .map(one -> new Contributor(one.field(), one.department()))
                        .toList(),
                source,
                verdict(held, source, at, from, drawn, designation, lineOf),
                planned,
                RowEvidence.all(
                        held.filed(),
                        from.stream()
                                .map(one -> RowEvidence.of("%s的“%s”"
                                        .formatted(
                                                one.department().name(),
                                                one.field().code())))
                                .toList()));
    }

    private static Verdict verdict(
            Held held,
            @Nullable Department source,
            @Nullable String at,
            List<Origin> from,
            Ledger.Drawn drawn,
            @Nullable Designation designation,
            Map<String, String> lineOf) {
        var own = Codes.key(held.field().code());
        var mode = held.field().acquisition();
        var collected =
                mode == yuanliu.catalog.AcquisitionMode.COLLECTED || mode == yuanliu.catalog.AcquisitionMode.GENERATED;
        if (drawn.all().isEmpty() && !collected && !own.equals(at)) {
            return Verdict.UNKNOWN;
        }
        if (held.unit() == null) {
            return Verdict.UNBOUND;
        }
        if (source == null) {
            return Verdict.NO_SOURCE;
        }
        var reached = own.equals(at)
                || at != null && drawn.all().contains(at)
                || at == null
                        && (from.isEmpty()
                                ? speaks(held.keeper(), source, designation, lineOf)
                                : from.stream().anyMatch(one -> speaks(one.department(), source, designation, lineOf)));
        return reached ? Verdict.FROM_SOURCE : Verdict.NOT_FROM_SOURCE;
    }

    /// Whether a department is the source, or of the line that is.
    private static boolean speaks(
            Department department, Department source, @Nullable Designation designation, Map<String, String> lineOf) {
        return department.equals(source)
                || designation != null
                        && designation.line()
                        && Objects.equals(
                                lineOf.get(Codes.key(department.code())), lineOf.get(Codes.key(source.code())));
    }

    private static List<CompositionRow> missing(
            String library, java.util.Collection<SourceUnit> has, Regulation.Settings settings) {
        var missing = new LinkedHashMap<String, CompositionRow>();
        settings.plan(library).stream()
                .filter(one -> has.stream().noneMatch(one::fits))
                .forEach(one -> missing.put(
                        one.subject() + "·" + one.element(),
                        new CompositionRow(
                                library,
                                null,
                                null,
                                null,
                                null,
                                one.subject().isEmpty() ? one.element() : one.subject() + "·" + one.element(),
                                List.of(),
                                null,
                                Verdict.MISSING,
                                one.contributor(),
                                List.of(RowEvidence.of("贡献计划：%s 应有“%s”".formatted(library, one.element()))))));
        return missing.values().stream()
                .sorted(Comparator.comparing(CompositionRow::element, Codes.ORDER))
                .toList();
    }

    @Override
    public Cursor place(CompositionRow row) {
        return Cursor.at(
                row.field() == null ? "缺项 " + row.element() : row.field().code());
    }
}
