package yuanliu.reports;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.checks.Regulation;
import yuanliu.checks.Regulation.Withholding;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Window;

/// What is not shared, and on what (负面清单, the third of 三清单): entries in use that are not shared or some of whose
/// items are not, by code, each judged by Articles 14 and 15 of the regulation as the checks R14 and R15C judge.
@Component
class WithheldList implements FiledList<WithheldList.WithheldRow> {

    private final Asking asking;
    private final Regulation regulation;
    private final Statement window;
    private final Statement counted;

    WithheldList(Asking asking, Regulation regulation, CypherLibrary cypher) {
        this.asking = asking;
        this.regulation = regulation;
        this.window = cypher.get("reports/withheld");
        this.counted = cypher.get("reports/withheld-counted");
    }

    /// @param whole   whether the entry itself is not shared, else only the items named
    /// @param verdict how its basis stands to the law
    record WithheldRow(
            Department department,
            DataResource resource,
            boolean whole,
            String items,
            int itemCount,
            Withholding verdict,
            String reason,
            List<RowEvidence> evidence)
            implements Row {

        static WithheldRow from(Record row, Regulation.Settings settings) {
            var resource = DataResource.from(row.get("resource"));
            var items = new Items(
                    row.get("items").asList(Value::asString),
                    row.get("itemCount").asInt());
            var verdict = settings.withholding(resource.notSharedBasis(), resource.basisRank());
            return new WithheldRow(
                    Department.from(row.get("department")),
                    resource,
                    "不予共享".equals(resource.sharing()),
                    items.told(),
                    items.count(),
                    verdict,
                    reason(resource, verdict),
                    RowEvidence.filed(row.get("resource"), "数据资源 " + resource.code()));
        }

        private static String reason(DataResource resource, Withholding verdict) {
            return switch (verdict) {
                case LAWFUL -> "依据“%s”".formatted(resource.notSharedBasis());
                case NO_BASIS -> "没有写不予共享的理由和依据（第十五条）";
                case RANK_TOO_LOW ->
                    "依据“%s”%s，不是法律、行政法规或者国务院决定（第十四条、第十五条）"
                            .formatted(
                                    resource.notSharedBasis(),
                                    resource.basisRank() == null ? "" : "（%s）".formatted(resource.basisRank()));
            };
        }
    }

    private static String word(Withholding verdict) {
        return switch (verdict) {
            case LAWFUL -> "合规";
            case RANK_TOO_LOW -> "依据层级不足";
            case NO_BASIS -> "未写依据";
        };
    }

    @Override
    public String code() {
        return "withheld";
    }

    @Override
    public String question() {
        return "withheldList(";
    }

    @Override
    public String title() {
        return "负面清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL, Narrowing.LIBRARY);
    }

    @Override
    public List<Column<WithheldRow>> columns() {
        return List.of(
                Column.of("资源编码", row -> row.resource().code()),
                Column.of("资源名称", row -> row.resource().name()),
                Column.of("目录代码", row -> row.resource().catalogueCodes()),
                Column.of("提供部门", row -> row.department().name()),
                Column.of("提供部门编码", row -> row.department().code()),
                Column.of("不予共享范围", row -> row.whole() ? "整个资源" : "部分信息项"),
                Column.of("不予共享的信息项", WithheldRow::items),
                Column.of("信息项数", WithheldRow::itemCount),
                Column.of("理由和依据", row -> row.resource().notSharedBasis()),
                Column.of("依据层级", row -> row.resource().basisRank()),
                Column.of("结论", row -> word(row.verdict())),
                Column.of("说明", WithheldRow::reason));
    }

    @Override
    public List<WithheldRow> rows(ListFilter filter, Window at) {
        var settings = regulation.settings();
        return asking.window(window, filter, at, Map.of(), row -> WithheldRow.from(row, settings));
    }

    @Override
    public long total(ListFilter filter) {
        return asking.total(counted, filter, Map.of());
    }

    @Override
    public Cursor place(WithheldRow row) {
        return Cursor.at(row.resource().code());
    }
}
