package yuanliu.reports;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.InformationSystem;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Designation;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceState;
import yuanliu.ownership.SourceUnit;
import yuanliu.ownership.SourceUnitFilter;
import yuanliu.ownership.Standing;
import yuanliu.standards.CodeLists;
import yuanliu.standards.Conformance;
import yuanliu.standards.Deviation;
import yuanliu.standards.ElementShape;
import yuanliu.standards.FieldShape;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The ledger of 一数一源一标准 (台账), by the units' codes.
@Component
class SourceLedger implements FiledList<SourceLedger.LedgerRow> {

    private final Ledger ledger;
    private final Asking asking;
    private final CodeLists codeLists;
    private final Today today;
    private final Statement columns;

    SourceLedger(Ledger ledger, Asking asking, CodeLists codeLists, Today today, CypherLibrary cypher) {
        this.ledger = ledger;
        this.asking = asking;
        this.codeLists = codeLists;
        this.today = today;
        this.columns = cypher.get("reports/ledger");
    }

    /// What the ledger says of a unit.
    ///
    /// @param department   who is its source
    /// @param field        at which the datum is to be had, with
    /// @param resource     its entry, and
    /// @param system       the system that keeps it
    /// @param procedure    事项实施编码 of the step at which the datum arises, where it was filed
    /// @param measure      计量单位, where it was filed
    /// @param users        departments with an agreement in force on the source's entry; where there is no source, on
    ///                     those that collect or generate it
    /// @param usingSystems their systems, counted in the same way
    /// @param collectors   departments that findings of duplicate collection accuse
    /// @param findings     codes of those findings
    /// @param verifiedBy   who verifies it by which rule in force, and 校核来源 as filed with the designation
    /// @param deviations   in what the source's field is not as the element's standard says; empty where there is no
    /// field
    /// @param version      how many designations it has had
    record LedgerRow(
            SourceUnit unit,
            SourceState state,
            @Nullable Designation designation,
            @Nullable Department department,
            @Nullable DataField field,
            @Nullable DataResource resource,
            @Nullable InformationSystem system,
            @Nullable String procedure,
            @Nullable String measure,
            int users,
            int usingSystems,
            List<Department> collectors,
            List<String> findings,
            List<String> verifiedBy,
            List<String> deviations,
            int version,
            @Nullable String remark,
            List<RowEvidence> evidence)
            implements Row {}

    @Override
    public String code() {
        return "source-ledger";
    }

    @Override
    public String question() {
        return "sourceLedger(";
    }

    @Override
    public String title() {
        return "一数一源一标准台账";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.ELEMENT, Narrowing.STATES);
    }

    @Override
    public List<Column<LedgerRow>> columns() {
        return List.of(
                Column.of("单元编号", row -> row.unit().code()),
                Column.of("主体类", row -> row.unit().subject()),
                Column.of("数据元编码", row -> row.unit().element().code()),
                Column.of("标准名称", row -> row.unit().element().name()),
                Column.of("定义", row -> row.unit().element().definition()),
                Column.of("同义名称", row -> row.unit().element().synonyms()),
                Column.of("限定词", row -> row.unit().qualifier()),
                Column.of(
                        "适用范围",
                        row -> row.unit().region() == null
                                ? row.unit().regionKey()
                                : row.unit().region().name()),
                Column.of("数据类型", row -> row.unit().element().dataType()),
                Column.of("格式", row -> row.unit().element().format()),
                Column.of("值域代码", row -> row.unit().element().codeList()),
                Column.of("依据标准", row -> row.unit().element().standard()),
                Column.of("计量单位", LedgerRow::measure),
                Column.of(
                        "数源部门",
                        row -> row.department() == null
                                ? null
                                : row.department().name()),
                Column.of(
                        "数源部门编码",
                        row -> row.department() == null
                                ? null
                                : row.department().code()),
                Column.of(
                        "统一社会信用代码",
                        row -> row.department() == null
                                ? null
                                : row.department().uscc()),
                Column.of(
                        "认定方式",
                        row -> row.designation() == null || row.designation().ground() == null
                                ? null
                                : row.designation().ground().word()),
                Column.of(
                        "依据文件",
                        row -> row.designation() == null
                                ? null
                                : row.designation().document()),
                Column.of(
                        "依据条款",
                        row -> row.designation() == null
                                ? null
                                : row.designation().clause()),
                Column.of("产生环节（事项实施编码）", LedgerRow::procedure),
                Column.of(
                        "数源系统",
                        row -> row.system() == null ? null : row.system().name()),
                Column.of(
                        "数源资源",
                        row -> row.resource() == null ? null : row.resource().name()),
                Column.of(
                        "数源资源编码",
                        row -> row.resource() == null ? null : row.resource().code()),
                Column.of(
                        "目录代码",
                        row -> row.resource() == null ? null : row.resource().catalogueCodes()),
                Column.of(
                        "数源信息项", row -> row.field() == null ? null : row.field().name()),
                Column.of(
                        "数源信息项编码",
                        row -> row.field() == null ? null : row.field().code()),
                Column.of(
                        "采集对象",
                        row -> row.resource() == null ? null : row.resource().population()),
                Column.of(
                        "采集方式",
                        row -> row.field() == null || row.field().acquisition() == null
                                ? null
                                : row.field().acquisition().word()),
                Column.of(
                        "更新周期",
                        row -> row.resource() == null ? null : row.resource().cycle()),
                Column.of("校核来源", LedgerRow::verifiedBy),
                Column.of(
                        "共享类型",
                        row -> row.resource() == null ? null : row.resource().sharing()),
                Column.of(
                        "共享条件",
                        row -> row.resource() == null ? null : row.resource().condition()),
                Column.of(
                        "共享方式",
                        row -> row.resource() == null ? null : row.resource().sharingMethod()),
                Column.of("使用部门数", LedgerRow::users),
                Column.of("使用系统数", LedgerRow::usingSystems),
                Column.of(
                        "非数源采集部门（疑似重复采集）",
                        row -> row.collectors().stream().map(Department::name).toList()),
                Column.of("疑点编码", LedgerRow::findings),
                Column.of(
                        "标准符合情况",
                        row -> row.field() == null
                                ? null
                                : row.deviations().isEmpty() ? "符合" : String.join("；", row.deviations())),
                Column.of("状态", row -> row.state().word()),
                Column.of(
                        "生效日期",
                        row -> row.designation() == null
                                ? null
                                : row.designation().validFrom()),
                Column.of(
                        "失效日期",
                        row -> row.designation() == null
                                ? null
                                : row.designation().validTo()),
                Column.of("版本", LedgerRow::version),
                Column.of("备注", LedgerRow::remark));
    }

    /// The units and how many there are come of one question.
    @Override
    public Page<LedgerRow> page(ListFilter filter, Window window) {
        var units = ledger.page(units(filter), window);
        var rows = filled(units.getNodes()).stream().collect(toMap(LedgerRow::unit, row -> row));
        return units.map(unit -> Objects.requireNonNull(rows.get(unit)));
    }

    @Override
    public List<LedgerRow> rows(ListFilter filter, Window window) {
        var units = ledger.page(units(filter), window.larger());
        return filled(units.getNodes());
    }

    @Override
    public long total(ListFilter filter) {
        return ledger.page(units(filter), Window.of(code(), 1, null)).getTotalCount();
    }

    @Override
    public Cursor place(LedgerRow row) {
        return Cursor.at(row.unit().code());
    }

    private static SourceUnitFilter units(ListFilter filter) {
        return new SourceUnitFilter(
                filter.states(),
                filter.department(),
                filter.element(),
                null,
                null,
                null,
                filter.region(),
                null,
                null,
                null);
    }

    private List<LedgerRow> filled(List<SourceUnit> units) {
        var standings = ledger.standings(units);
        var asked = units.stream()
                .map(unit -> asked(unit, Objects.requireNonNull(standings.get(unit))))
                .toList();
        var said = asking.rows(columns, Map.of("units", asked, "day", today.date()), row -> row).stream()
                .collect(toMap(row -> row.get("unit").asString(), row -> row));
        return units.stream()
                .map(unit -> row(
                        unit,
                        Objects.requireNonNull(standings.get(unit)),
                        Objects.requireNonNull(said.get(unit.key()))))
                .toList();
    }

    private static Map<String, @Nullable Object> asked(SourceUnit unit, Standing standing) {
        var designation = standing.designation();
        var asked = new HashMap<String, @Nullable Object>();
        asked.put("key", unit.key());
        asked.put("heldAs", unit.heldAs());
        asked.put("designation", designation == null ? null : designation.code());
        asked.put(
                "at",
                designation == null || designation.field() == null
                        ? null
                        : Codes.key(designation.field().code()));
        return asked;
    }

    private LedgerRow row(SourceUnit unit, Standing standing, Record said) {
        var designation = said.get("designation");
        var field = said.get("field");
        var resource = said.get("resource");
        var system = said.get("system");
        return new LedgerRow(
                unit,
                standing.state(),
                standing.designation(),
                standing.department(),
                field.isNull() ? null : DataField.from(field),
                resource.isNull() ? null : DataResource.from(resource),
                system.isNull() ? null : InformationSystem.from(system),
                extra("x_事项实施编码", field, resource),
                extra("x_计量单位", field, designation),
                said.get("users").asInt(),
                said.get("usingSystems").asInt(),
                said.get("collectors").asList(Department::from),
                said.get("findings").asList(Value::asString),
                verifiedBy(said, extra("x_校核来源", designation)),
                field.isNull()
                        ? List.of()
                        : Conformance.of(FieldShape.from(field), ElementShape.from(said.get("element")), codeLists)
                                .stream()
                                .map(Deviation::sentence)
                                .toList(),
                standing.history().size(),
                extra("x_备注", designation),
                RowEvidence.all(
                        RowEvidence.filed(designation, "数源认定"),
                        RowEvidence.filed(field, "数源信息项"),
                        said.get("findings").asList(Value::asString).stream()
                                .map(finding -> RowEvidence.of("重复采集疑点 " + finding))
                                .toList()));
    }

    private static List<String> verifiedBy(Record said, @Nullable String filed) {
        var verifiedBy = new ArrayList<>(said.get("verifiedBy").asList(Value::asString));
        if (filed != null) {
            verifiedBy.add(filed);
        }
        return List.copyOf(verifiedBy);
    }

    /// A column that the package's format does not know, of the first that has it.
    private static @Nullable String extra(String column, Value... nodes) {
        for (var node : nodes) {
            var said = node.isNull() ? null : new Projection(node).textOrNull(column);
            if (said != null && !said.isBlank()) {
                return said;
            }
        }
        return null;
    }
}
