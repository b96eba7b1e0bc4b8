package yuanliu.impact;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Kind;
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
    private static final int LAST_ROW = 1_048_575;

    private final Impacts impacts;
    private final Notices notices;

    ImpactExport(Impacts impacts, Notices notices) {
        this.impacts = impacts;
        this.notices = notices;
    }

    /// Everything that is hit, in one table: UTF-8 with a mark by which spreadsheets know it.
    void csv(Impact impact, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(ASSETS);
            eachAsset(impact, asset -> csv.writeRecord(harmless(row(asset))));
        }
    }

    /// The totals, the departments, everything that is hit, and what each department is told.
    void workbook(Impact impact, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Yuanliu", "1.0")) {
            totals(impact, workbook.newWorksheet("合计"));
            var departments = new Sheets(workbook, "部门", DEPARTMENTS);
            eachDepartment(impact, one -> departments.add(row(one)));
            departments.finish();
            var assets = new Sheets(workbook, "受影响的对象", ASSETS);
            eachAsset(impact, one -> assets.add(row(one)));
            assets.finish();
            var told = new Sheets(workbook, "告知", NOTICES);
            eachNotice(impact, one -> told.add(row(one)));
            told.finish();
        }
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

    private static void totals(Impact impact, Worksheet sheet) throws IOException {
        var totals = impact.totals();
        var rows = List.<List<Object>>of(
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
        for (int row = 0; row < rows.size(); row++) {
            write(sheet, row, rows.get(row));
        }
        sheet.finish();
    }

    /// A spreadsheet takes a text that begins like a formula for one; what departments file must not become one.
    private static List<String> harmless(List<Object> row) {
        return row.stream()
                .map(String::valueOf)
                .map(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell)
                .toList();
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.value(row, column, String.valueOf(text));
            }
        }
    }

    /// A table that goes on in another sheet when one is full.
    private static final class Sheets {

        private final Workbook workbook;
        private final String title;
        private final List<String> heads;
        private final List<Worksheet> sheets = new ArrayList<>();
        private int next;

        Sheets(Workbook workbook, String title, List<String> heads) {
            this.workbook = workbook;
            this.title = title;
            this.heads = heads;
            begin();
        }

        private void begin() {
            var sheet = workbook.newWorksheet(sheets.isEmpty() ? title : title + (sheets.size() + 1));
            write(sheet, 0, List.copyOf(heads));
            sheets.add(sheet);
            next = 1;
        }

        void add(List<Object> cells) {
            try {
                if (next > LAST_ROW) {
                    finish();
                    begin();
                }
                write(sheets.getLast(), next, cells);
                if (next++ % WINDOW == 0) {
                    sheets.getLast().flush();
                }
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }

        void finish() throws IOException {
            sheets.getLast().finish();
        }
    }
}
