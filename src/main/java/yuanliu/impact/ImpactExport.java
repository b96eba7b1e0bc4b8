package yuanliu.impact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Kind;
import yuanliu.web.Tables;
import yuanliu.web.Window;

/// The whole of an impact as people file it: everything that is hit, and what each department is told. It is written as
/// it is read, some hundred things at a time.
@Component
class ImpactExport {

    private static final List<String> ASSETS = List.of("类别", "编码", "名称", "责任部门编码", "影响程度", "跳数", "缘由", "可替代的来源");
    private static final List<String> DEPARTMENTS =
            List.of("部门编码", "部门名称", "影响程度", "最近跳数", "信息项", "数据资源", "信息系统", "共享关系", "累计调用次数");
    private static final List<String> NOTICES =
            List.of("部门编码", "部门名称", "影响程度", "事由", "影响到", "路径", "须办的事", "工作日", "期限", "期限确定", "依据");
    private static final int WINDOW = 500;

    private final Impacts impacts;
    private final Notices notices;

    ImpactExport(Impacts impacts, Notices notices) {
        this.impacts = impacts;
        this.notices = notices;
    }

    /// Everything that is hit, in one table.
    void csv(Impact impact, OutputStream out) throws IOException {
        Tables.csv(out, ASSETS, assets(impact));
    }

    /// The totals, the departments, everything that is hit, and what each department is told.
    void workbook(Impact impact, OutputStream out) throws IOException {
        Tables.workbook(
                out,
                List.of(
                        new Tables.Sheet(
                                "合计",
                                List.of("项目", "内容"),
                                rows -> totals(impact).forEach(rows::add)),
                        new Tables.Sheet("部门", DEPARTMENTS, rows -> eachDepartment(impact, one -> rows.add(row(one)))),
                        new Tables.Sheet("受影响的对象", ASSETS, assets(impact)),
                        new Tables.Sheet("告知", NOTICES, rows -> eachNotice(impact, one -> rows.add(row(one))))));
    }

    private Consumer<Tables.Rows> assets(Impact impact) {
        return rows -> eachAsset(impact, asset -> rows.add(row(asset)));
    }

    private void eachAsset(Impact impact, Consumer<ImpactedAsset> taken) {
        each(window -> impacts.assets(impact, ImpactFilter.ALL, window), taken);
    }

    private void eachDepartment(Impact impact, Consumer<DepartmentImpact> taken) {
        each(window -> impacts.departments(impact, window), taken);
    }

    private void eachNotice(Impact impact, Consumer<Notice> taken) {
        each(window -> notices.drafts(impact, window), taken);
    }

    private static <T> void each(java.util.function.Function<Window, yuanliu.web.Page<T>> page, Consumer<T> taken) {
        String after = null;
        do {
            var some = page.apply(Window.of("export", WINDOW, after));
            some.getNodes().forEach(taken);
            var end = some.getPageInfo().getEndCursor();
            after = some.getPageInfo().isHasNextPage() && end != null ? end.getValue() : null;
        } while (after != null);
    }

    private static List<Object> row(ImpactedAsset one) {
        var asset = one.asset();
        var alternative = one.alternative();
        return List.of(
                word(asset.getClass().getSimpleName()),
                asset.code(),
                asset.name(),
                one.department() == null ? "" : one.department(),
                one.severity().word(),
                one.hop(),
                one.reason(),
                alternative == null ? "" : alternative.code());
    }

    private static String word(String label) {
        return switch (Kind.labelled(label).orElseThrow()) {
            case DATA_FIELD -> "信息项";
            case FORM -> "表单";
            case INFORMATION_SYSTEM -> "信息系统";
            default -> "数据资源";
        };
    }

    private static List<Object> row(DepartmentImpact one) {
        return List.of(
                one.department().code(),
                one.department().name(),
                one.severity().word(),
                one.nearestHop(),
                one.fields(),
                one.dataResources(),
                one.systems(),
                one.sharings(),
                one.calls());
    }

    private static List<Object> row(Notice one) {
        return List.of(
                one.department().code(),
                one.department().name(),
                one.severity().word(),
                one.subject(),
                String.join("\n", one.hit()),
                one.why(),
                String.join("\n", one.todo()),
                one.workingDays(),
                one.due().toString(),
                one.dueCertain() ? "是" : "否,年份的节假日安排尚未公布",
                one.ground());
    }

    private static List<List<Object>> totals(Impact impact) {
        var totals = impact.totals();
        return List.of(
                List.of("对象", "%s(%s)".formatted(impact.of().name(), impact.of().code())),
                List.of("变动", impact.asked().words()),
                List.of("日期", impact.asOf().toString()),
                List.of("完整", impact.completeness().complete() ? "是" : "否,该日早于一切记录"),
                List.of("信息项", totals.fields()),
                List.of("数据资源", totals.dataResources()),
                List.of("信息系统", totals.systems()),
                List.of("部门", totals.departments()),
                List.of("表单", totals.forms()),
                List.of("共享关系", totals.sharings()),
                List.of("累计调用次数", totals.calls()),
                List.of("数源认定", totals.designations()));
    }
}
