package yuanliu.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import yuanliu.filing.reading.Sheet;

/// The report for people: the totals, and a sheet for each that has refused or warned rows, in their order. What a
/// worksheet cannot hold goes on in a second one.
final class ReportWorkbook {

    private static final int LAST_ROW = 1_048_575;

    private final Workbook workbook;
    private final Map<String, Integer> parts = new HashMap<>();
    private @Nullable Worksheet current;
    private int row;

    private ReportWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    static void write(Report report, @Nullable Path problems, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Yuanliu", "1.0")) {
            var written = new ReportWorkbook(workbook);
            written.totals(report);
            if (problems != null) {
                try (var kept = Problems.written(problems)) {
                    for (var title : kept.sheets()) {
                        kept.read(title, written::add);
                        written.finish();
                    }
                }
            }
        }
    }

    private void totals(Report report) throws IOException {
        var totals = workbook.newWorksheet("汇总");
        var heads = new String[] {"表", "读取", "新入库", "未变", "更新", "拒绝", "提醒"};
        for (var column = 0; column < heads.length; column++) {
            totals.value(0, column, heads[column]);
        }
        var row = 1;
        for (var counts : report.sheets()) {
            totals.value(row, 0, counts.sheet());
            var numbers = new int[] {
                counts.read(), counts.filed(), counts.unchanged(), counts.updated(), counts.refused(), counts.warned()
            };
            for (var column = 0; column < numbers.length; column++) {
                totals.value(row, column + 1, numbers[column]);
            }
            row++;
        }
        totals.finish();
    }

    private void add(Problems.Kept kept) {
        var problem = kept.problem();
        if (row == LAST_ROW) {
            finish();
        }
        var sheet = current == null ? begun(problem.sheet()) : current;
        row++;
        sheet.value(row, 0, problem.row());
        sheet.value(row, 1, problem.severity() == Report.Severity.REFUSED ? "拒绝" : "提醒");
        sheet.value(row, 2, problem.column());
        sheet.value(row, 3, problem.code());
        sheet.value(row, 4, problem.message());
        var columns = Sheet.titled(problem.sheet()).map(Sheet::columns).orElse(java.util.List.of());
        var at = 5;
        for (var column : columns) {
            var cell = kept.cells().get(column.alias());
            if (cell != null) {
                sheet.value(row, at, cell);
            }
            at++;
        }
        for (var cell : kept.cells().entrySet()) {
            if (cell.getKey().startsWith("x_")) {
                sheet.value(row, at++, cell.getKey().substring(2) + "=" + cell.getValue());
            }
        }
        if (row % 500 == 0) {
            flush(sheet);
        }
    }

    private void finish() {
        if (current != null) {
            try {
                current.finish();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            current = null;
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Worksheet begun(String title) {
        var part = parts.merge(title, 1, Integer::sum);
        var sheet = workbook.newWorksheet(part == 1 ? title : title + " " + part);
        var heads = new java.util.ArrayList<>(java.util.List.of("行号", "结果", "列", "原因代码", "原因"));
        Sheet.titled(title).ifPresent(known -> known.columns().forEach(column -> heads.add(column.header())));
        for (var column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
        }
        current = sheet;
        row = 0;
        return sheet;
    }
}
