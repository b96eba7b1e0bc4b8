package yuanliu.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.checks.Regulation;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What departments have to provide (责任清单, the second of 三清单): every entry in use that is shared, by code.
@Component
class DutyList implements FiledList<DutyList.DutyRow> {

    private final Asking asking;
    private final Regulation regulation;
    private final Today today;
    private final Statement window;
    private final Statement counted;

    DutyList(Asking asking, Regulation regulation, Today today, CypherLibrary cypher) {
        this.asking = asking;
        this.regulation = regulation;
        this.today = today;
        this.window = cypher.get("reports/duties");
        this.counted = cypher.get("reports/duties-counted");
    }

    /// @param nextUpdate  the day by which it is to be updated again: 最近更新日期 and one 更新周期; null when either is not
    ///                    said, or cannot be counted
    /// @param overdueDays how many days that is past; 0 when it is not
    /// @param users       departments with an agreement in force
    record DutyRow(
            Department department,
            DataResource resource,
            String items,
            int itemCount,
            int users,
            @Nullable LocalDate nextUpdate,
            int overdueDays,
            List<RowEvidence> evidence)
            implements Row {

        static DutyRow from(Record row, Regulation.Settings settings, LocalDate day) {
            var resource = DataResource.from(row.get("resource"));
            var items = new Items(
                    row.get("items").asList(Value::asString),
                    row.get("itemCount").asInt());
            var days = settings.cycleDays(resource.cycle());
            var next = days == null || resource.updated() == null
                    ? null
                    : resource.updated().plusDays(days);
            return new DutyRow(
                    Department.from(row.get("department")),
                    resource,
                    items.told(),
                    items.count(),
                    row.get("users").asInt(),
                    next,
                    next == null ? 0 : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(next, day))),
                    RowEvidence.filed(row.get("resource"), "数据资源 " + resource.code()));
        }
    }

    @Override
    public String code() {
        return "duties";
    }

    @Override
    public String question() {
        return "dutyList(";
    }

    @Override
    public String title() {
        return "责任清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL, Narrowing.LIBRARY);
    }

    @Override
    public List<Column<DutyRow>> columns() {
        return List.of(
                Column.of("资源编码", row -> row.resource().code()),
                Column.of("资源名称", row -> row.resource().name()),
                Column.of("目录代码", row -> row.resource().catalogueCodes()),
                Column.of("提供部门", row -> row.department().name()),
                Column.of("提供部门编码", row -> row.department().code()),
                Column.of("数据项", DutyRow::items),
                Column.of("数据项数", DutyRow::itemCount),
                Column.of("共享类型", row -> row.resource().sharing()),
                Column.of("共享条件", row -> row.resource().condition()),
                Column.of("共享方式", row -> row.resource().sharingMethod()),
                Column.of("更新周期", row -> row.resource().cycle()),
                Column.of("最近更新日期", row -> row.resource().updated()),
                Column.of("应更新日期", DutyRow::nextUpdate),
                Column.of("逾期天数", DutyRow::overdueDays),
                Column.of("使用部门数", DutyRow::users));
    }

    @Override
    public List<DutyRow> rows(ListFilter filter, Window at) {
        var day = today.date();
        var settings = regulation.settings();
        return asking.window(window, filter, at, Map.of(), row -> DutyRow.from(row, settings, day));
    }

    @Override
    public long total(ListFilter filter) {
        return asking.total(counted, filter, Map.of());
    }

    @Override
    public Cursor place(DutyRow row) {
        return Cursor.at(row.resource().code());
    }
}
