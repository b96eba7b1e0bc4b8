package yuanliu.reports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Department;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.sharing.SharingAgreement;
import yuanliu.web.Cursor;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What departments want of others (需求清单, the first of 三清单): every sharing relationship, by code; the department
/// is the one that wants.
@Component
class DemandList implements FiledList<DemandList.DemandRow> {

    private final Asking asking;
    private final Today today;
    private final Statement window;
    private final Statement counted;

    DemandList(Asking asking, Today today, CypherLibrary cypher) {
        this.asking = asking;
        this.today = today;
        this.window = cypher.get("reports/demands");
        this.counted = cypher.get("reports/demands-counted");
    }

    /// How far a demand has come.
    enum DemandState {
        ASKED("申请中"),
        REFUSED("不同意"),
        AGREED("已同意未提供"),
        GRANTED("使用中"),
        SUSPENDED("暂停"),
        EXPIRED("已到期"),
        WITHDRAWN("已撤销");

        private final String word;

        DemandState(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param scope    使用范围, where it was filed
    /// @param askedOn  申请日期, where it was filed
    /// @param answer   答复结果, where it was filed
    record DemandRow(
            SharingAgreement agreement,
            Department department,
            @Nullable Department provider,
            String items,
            int itemCount,
            @Nullable String scope,
            @Nullable String askedOn,
            @Nullable String answer,
            DemandState state,
            List<RowEvidence> evidence)
            implements Row {

        static DemandRow from(Record row, LocalDate day) {
            var of = row.get("agreement");
            var agreement = SharingAgreement.from(of, day);
            var items = new Items(
                    row.get("items").asList(Value::asString),
                    row.get("itemCount").asInt());
            var cells = new Projection(of);
            return new DemandRow(
                    agreement,
                    agreement.consumer(),
                    Department.from(row.get("provider")),
                    items.told(),
                    items.count(),
                    cells.textOrNull("x_使用范围"),
                    cells.textOrNull("x_申请日期"),
                    cells.textOrNull("x_答复结果"),
                    state(agreement, cells, day),
                    RowEvidence.filed(of, "共享关系 " + agreement.code()));
        }

        private static DemandState state(SharingAgreement agreement, Projection cells, LocalDate day) {
            var answer = said(cells, "x_答复结果");
            var status = agreement.status() == null ? "" : agreement.status();
            if (status.equals("已撤销")) {
                return DemandState.WITHDRAWN;
            }
            if (answer.startsWith("不") || answer.startsWith("拒")) {
                return DemandState.REFUSED;
            }
            if (agreement.expiresOn() != null && !day.isBefore(agreement.expiresOn())) {
                return DemandState.EXPIRED;
            }
            if (status.equals("暂停")) {
                return DemandState.SUSPENDED;
            }
            var answered = agreement.grantedOn() != null
                    || !said(cells, "x_答复日期").isEmpty()
                    || !said(cells, "x_同意日期").isEmpty();
            if (!said(cells, "x_申请日期").isEmpty() && !answered) {
                return DemandState.ASKED;
            }
            var called = agreement.calls() != null && agreement.calls() > 0;
            return !said(cells, "x_同意日期").isEmpty() && said(cells, "x_提供日期").isEmpty() && !called
                    ? DemandState.AGREED
                    : DemandState.GRANTED;
        }

        private static String said(Projection cells, String column) {
            var said = cells.textOrNull(column);
            return said == null ? "" : said.strip();
        }
    }

    @Override
    public String code() {
        return "demands";
    }

    @Override
    public String question() {
        return "demandList(";
    }

    @Override
    public String title() {
        return "需求清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL, Narrowing.LIBRARY);
    }

    @Override
    public List<Column<DemandRow>> columns() {
        return List.of(
                Column.of("共享编号", row -> row.agreement().code()),
                Column.of("需求部门", row -> row.department().name()),
                Column.of("需求部门编码", row -> row.department().code()),
                Column.of(
                        "使用系统",
                        row -> row.agreement().system() == null
                                ? null
                                : row.agreement().system().name()),
                Column.of("所需资源", row -> row.agreement().resource().name()),
                Column.of("资源编码", row -> row.agreement().resource().code()),
                Column.of(
                        "提供部门",
                        row -> row.provider() == null ? null : row.provider().name()),
                Column.of("所需数据项", DemandRow::items),
                Column.of("数据项数", DemandRow::itemCount),
                Column.of("使用场景（用途）", row -> row.agreement().purpose()),
                Column.of("使用依据", row -> row.agreement().basis()),
                Column.of("使用范围", DemandRow::scope),
                Column.of("共享方式", row -> row.agreement().method()),
                Column.of("使用时限", row -> row.agreement().expiresOn()),
                Column.of("申请日期", DemandRow::askedOn),
                Column.of("答复结果", DemandRow::answer),
                Column.of("授权日期", row -> row.agreement().grantedOn()),
                Column.of("状态", row -> row.state().word()));
    }

    @Override
    public List<DemandRow> rows(ListFilter filter, Window at) {
        var day = today.date();
        return asking.window(window, filter, at, Map.of(), row -> DemandRow.from(row, day));
    }

    @Override
    public long total(ListFilter filter) {
        return asking.total(counted, filter, Map.of());
    }

    @Override
    public Cursor place(DemandRow row) {
        return Cursor.at(row.agreement().code());
    }
}
