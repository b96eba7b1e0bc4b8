package yuanliu.filing;

import java.io.PrintStream;
import java.util.function.ToIntFunction;
import yuanliu.command.Terminal;

/// A report as it is told on the command line.
record PrintedReport(PrintStream out) {

    private static final int SHOWN = 20;
    private static final int COLUMN = 9;

    /// @param title       the line above the totals
    /// @param whereToRead where all refused and warned rows can be had
    void print(String title, String whereToRead, Report report) {
        out.println(title);
        out.println(line("表", "读取", "新入库", "未变", "更新", "拒绝", "告警"));
        for (var counts : report.sheets()) {
            out.println(line(
                    counts.sheet(),
                    counts.read(),
                    counts.filed(),
                    counts.unchanged(),
                    counts.updated(),
                    counts.refused(),
                    counts.warned()));
        }
        out.println(line(
                "合计",
                total(report, Report.Counts::read),
                total(report, Report.Counts::filed),
                total(report, Report.Counts::unchanged),
                total(report, Report.Counts::updated),
                total(report, Report.Counts::refused),
                total(report, Report.Counts::warned)));
        report.problems().stream()
                .filter(problem -> problem.severity() == Report.Severity.REFUSED)
                .limit(SHOWN)
                .forEach(problem ->
                        out.println("%s %s [%s]".formatted(problem.sheet(), problem.message(), problem.code())));
        if (!report.problems().isEmpty()) {
            out.println("被拒和告警的行:" + whereToRead);
        }
        out.flush();
    }

    static int total(Report report, ToIntFunction<Report.Counts> of) {
        return report.sheets().stream().mapToInt(of).sum();
    }

    private static String line(String sheet, Object... numbers) {
        var line = new StringBuilder(Terminal.padded(sheet, COLUMN));
        for (var number : numbers) {
            line.append(Terminal.aligned(number, COLUMN));
        }
        return line.toString();
    }
}
