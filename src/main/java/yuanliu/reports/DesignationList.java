package yuanliu.reports;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Department;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Designation;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Cursor;
import yuanliu.web.Window;

/// The designations as they are given notice of (数源部门认定清单), by unit, then by code; those in force when it is not
/// said which.
@Component
class DesignationList implements FiledList<DesignationList.DesignationRow> {

    private final Asking asking;
    private final Statement window;
    private final Statement counted;

    DesignationList(Asking asking, CypherLibrary cypher) {
        this.asking = asking;
        this.window = cypher.get("reports/designations");
        this.counted = cypher.get("reports/designations-counted");
    }

    /// @param named     the department as it was named, which a successor may have taken over from
    /// @param inForce   whether it makes that department, or its successor, the source today
    /// @param decidedBy who decided it step by step; null when it was filed
    record DesignationRow(
            SourceUnit unit,
            Designation designation,
            @Nullable Department named,
            boolean inForce,
            @Nullable String decidedBy,
            List<RowEvidence> evidence)
            implements Row {

        static DesignationRow from(Record row) {
            var of = row.get("designation");
            var decidedBy = new Projection(of).textOrNull("decidedBy");
            return new DesignationRow(
                    SourceUnit.from(row.get("unit")),
                    Designation.from(of),
                    row.get("named").isNull() ? null : Department.from(row.get("named")),
                    row.get("inForce").asBoolean(),
                    decidedBy,
                    decidedBy == null ? RowEvidence.filed(of, "数源认定") : List.of(RowEvidence.of("认责办理：" + decidedBy)));
        }
    }

    @Override
    public String code() {
        return "designations";
    }

    @Override
    public String question() {
        return "designationList(";
    }

    @Override
    public String title() {
        return "数源部门认定清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(
                Narrowing.DEPARTMENT,
                Narrowing.REGION,
                Narrowing.LEVEL,
                Narrowing.ELEMENT,
                Narrowing.IN_FORCE,
                Narrowing.FROM,
                Narrowing.UNTIL);
    }

    @Override
    public ListFilter meant(ListFilter filter) {
        return filter.inForce() == null ? filter.inForce(true) : filter;
    }

    @Override
    public List<Column<DesignationRow>> columns() {
        return List.of(
                Column.of("单元编号", row -> row.unit().code()),
                Column.of("数据项", row -> row.unit().name()),
                Column.of(
                        "数源部门",
                        row -> row.designation().department() == null
                                ? null
                                : row.designation().department().name()),
                Column.of(
                        "数源部门编码",
                        row -> row.designation().department() == null
                                ? null
                                : row.designation().department().code()),
                Column.of(
                        "原认定部门", row -> row.named() == null ? null : row.named().name()),
                Column.of(
                        "数源信息项",
                        row -> row.designation().field() == null
                                ? null
                                : row.designation().field().code()),
                Column.of(
                        "认定方式",
                        row -> row.designation().ground() == null
                                ? null
                                : row.designation().ground().word()),
                Column.of("依据文件", row -> row.designation().document()),
                Column.of("依据条款", row -> row.designation().clause()),
                Column.of("生效日期", row -> row.designation().validFrom()),
                Column.of("失效日期", row -> row.designation().validTo()),
                Column.of("状态", row -> row.designation().state().word()),
                Column.of("当前生效", DesignationRow::inForce));
    }

    @Override
    public List<DesignationRow> rows(ListFilter filter, Window at) {
        var more = new HashMap<String, @Nullable Object>();
        more.put("afterCode", at.afterValue(1));
        return asking.window(window, filter, at, more, DesignationRow::from);
    }

    @Override
    public long total(ListFilter filter) {
        return asking.total(counted, filter, Map.of());
    }

    @Override
    public Cursor place(DesignationRow row) {
        return Cursor.at(row.unit().code(), row.designation().code());
    }
}
