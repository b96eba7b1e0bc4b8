package yuanliu.reports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Department;
import yuanliu.checks.Regulation;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.sharing.SharingAgreement;
import yuanliu.web.Cursor;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Who shares beside the platform (平台外通道排查表; Articles 31, 32 of the regulation): the sharing relationships in
/// force by any other channel, by code; the department is the provider.
@Component
class OffPlatformList implements FiledList<OffPlatformList.OffPlatformRow> {

    private final Asking asking;
    private final Regulation regulation;
    private final Today today;
    private final Statement channels;
    private final Statement window;
    private final Statement counted;

    OffPlatformList(Asking asking, Regulation regulation, Today today, CypherLibrary cypher) {
        this.asking = asking;
        this.regulation = regulation;
        this.today = today;
        this.channels = cypher.get("reports/channels");
        this.window = cypher.get("reports/off-platform");
        this.counted = cypher.get("reports/off-platform-counted");
    }

    record OffPlatformRow(SharingAgreement agreement, Department department, List<RowEvidence> evidence)
            implements Row {

        static OffPlatformRow from(Record row, LocalDate day) {
            var agreement = SharingAgreement.from(row.get("agreement"), day);
            return new OffPlatformRow(
                    agreement,
                    Department.from(row.get("provider")),
                    RowEvidence.filed(
                            row.get("agreement"), "共享关系 %s，通道 %s".formatted(agreement.code(), agreement.channel())));
        }
    }

    @Override
    public String code() {
        return "off-platform";
    }

    @Override
    public String question() {
        return "offPlatformList(";
    }

    @Override
    public String title() {
        return "平台外通道排查表";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL);
    }

    @Override
    public List<Column<OffPlatformRow>> columns() {
        return List.of(
                Column.of("共享编号", row -> row.agreement().code()),
                Column.of("提供部门", row -> row.department().name()),
                Column.of("提供部门编码", row -> row.department().code()),
                Column.of("资源名称", row -> row.agreement().resource().name()),
                Column.of("资源编码", row -> row.agreement().resource().code()),
                Column.of("使用部门", row -> row.agreement().consumer().name()),
                Column.of("使用部门编码", row -> row.agreement().consumer().code()),
                Column.of(
                        "使用系统",
                        row -> row.agreement().system() == null
                                ? null
                                : row.agreement().system().name()),
                Column.of("通道", row -> row.agreement().channel()),
                Column.of("共享方式", row -> row.agreement().method()),
                Column.of("用途", row -> row.agreement().purpose()),
                Column.of("依据", row -> row.agreement().basis()),
                Column.of("自何时起", row -> row.agreement().grantedOn()),
                Column.of("到期日期", row -> row.agreement().expiresOn()),
                Column.of("累计调用次数", row -> row.agreement().calls()),
                Column.of("最近调用日期", row -> row.agreement().lastCalledOn()),
                Column.of("整改办法", row -> "改由政务数据共享平台共享（第三十二条）"));
    }

    @Override
    public List<OffPlatformRow> rows(ListFilter filter, Window at) {
        var day = today.date();
        return asking.window(window, filter, at, beside(), row -> OffPlatformRow.from(row, day));
    }

    @Override
    public long total(ListFilter filter) {
        return asking.total(counted, filter, beside());
    }

    /// The channels in use that are not the platform.
    private Map<String, Object> beside() {
        var settings = regulation.settings();
        return Map.of(
                "channels",
                asking.rows(channels, Map.of(), row -> row.get("channel").asString()).stream()
                        .filter(channel -> !channel.isBlank() && !settings.isPlatform(channel))
                        .toList());
    }

    @Override
    public Cursor place(OffPlatformRow row) {
        return Cursor.at(row.agreement().code());
    }
}
