package yuanliu.filing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;
import yuanliu.command.RunningYuanliu;
import yuanliu.command.Settings;
import yuanliu.command.Terminal;

/// Filing on the command line: through the Yuanliu that runs on this machine, else by starting one for the purpose.
@Command(
        name = FilingCommand.NAME,
        synopsisHeading = "用法:",
        customSynopsis = "java -jar yuanliu.jar file PATH… [--dry-run] [--设置名=值 …]%n",
        description = {
            "把目录包入库。若本机的源流正在运行(server.port,默认 8080),经由它入库;否则自行打开图谱入库。%n",
        },
        parameterListHeading = "%n",
        optionListHeading = "",
        footer = {"%n退出码:0 全部入库 · 2 有被拒的行 · 1 未入库(不是目录包、路径不能读、入库失败)"},
        exitCodeOnInvalidInput = FilingCommand.NOTHING_FILED,
        exitCodeOnExecutionException = FilingCommand.NOTHING_FILED)
public final class FilingCommand implements Callable<Integer> {

    public static final String NAME = "file";

    static final int ALL_FILED = 0;
    static final int NOTHING_FILED = 1;
    static final int SOME_REFUSED = 2;

    private static final int PAUSE_MILLIS = 200;

    private final Class<?> application;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = ".xlsx 工作簿、.csv 文件夹或其 .zip、规定文件名的 .csv;可以有几个,依次入库")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--dry-run", description = "只校验,不入库")
    private boolean dryRun;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这段说明")
    private boolean help;

    @Unmatched
    private List<String> given = new ArrayList<>();

    FilingCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
        this.out = terminal.out();
        this.err = terminal.err();
    }

    /// Runs the command as the process; what is not the report goes to standard error.
    ///
    /// @return the exit status
    public static int run(Class<?> application, List<String> arguments) {
        return new FilingCommand(application, Terminal.ofTheProcess()).run(arguments);
    }

    int run(List<String> arguments) {
        return terminal.run(
                this,
                arguments,
                wrong -> wrong instanceof MissingParameterException ? "请写明要入库的目录包" : said(wrong),
                NOTHING_FILED);
    }

    static String said(ParameterException wrong) {
        return "参数无法识别:" + wrong.getMessage();
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = new Settings(given);
        var refusal = settings.refusal();
        if (refusal.isPresent()) {
            err.println(refusal.get());
            return NOTHING_FILED;
        }
        for (var path : paths) {
            if (!Files.isReadable(path)) {
                err.println("“%s”不存在或不能读取%s".formatted(path, Terminal.ofTheLocale(path)));
                return NOTHING_FILED;
            }
        }
        try (var intake = intake(settings)) {
            return fileAll(intake);
        }
    }

    private Intake intake(Settings settings) throws InterruptedException {
        var port = settings.port();
        var running = RunningYuanliu.at(port);
        if (running.isPresent()) {
            var there = new IntakeOverHttp(running.get());
            err.println("经由正在运行的源流入库:" + there.uri());
            return there;
        }
        err.println("本机端口 %d 上没有源流在运行,直接打开图谱".formatted(port));
        return new IntakeHere(settings.start(application));
    }

    private int fileAll(Intake intake) throws InterruptedException {
        var filed = 0;
        var refused = 0;
        for (var path : paths) {
            try {
                var report = awaited(intake, path, intake.enter(path, dryRun));
                if (report.state() == Report.State.FAILED) {
                    err.println("“%s”入库失败(%s):%s".formatted(path, report.code(), report.message()));
                    continue;
                }
                filed++;
                refused += PrintedReport.total(report, Report.Counts::refused);
                print(intake, path, report);
            } catch (Intake.NotTaken notTaken) {
                err.println("“%s”未入库:%s".formatted(path, notTaken.sentence()));
            } catch (IOException failure) {
                err.println("“%s”未入库:不能读写,或与源流的连接中断(%s)".formatted(path, failure));
            }
        }
        if (filed == 0) {
            return NOTHING_FILED;
        }
        return filed == paths.size() && refused == 0 ? ALL_FILED : SOME_REFUSED;
    }

    private Report awaited(Intake intake, Path path, Report entered)
            throws IOException, InterruptedException, Intake.NotTaken {
        if (!terminal.interactive()) {
            return awaited(intake, entered, progress -> {});
        }
        try (var bar = Terminal.progress((dryRun ? "校验 " : "入库 ") + path.getFileName())) {
            return awaited(intake, entered, progress -> bar.stepTo(Math.round(progress * 100)));
        }
    }

    private static Report awaited(Intake intake, Report entered, DoubleConsumer progress)
            throws IOException, InterruptedException, Intake.NotTaken {
        var report = entered;
        while (report.state() == Report.State.QUEUED || report.state() == Report.State.RUNNING) {
            progress.accept(report.progress());
            Thread.sleep(PAUSE_MILLIS);
            report = intake.find(entered.code());
        }
        progress.accept(report.progress());
        return report;
    }

    private void print(Intake intake, Path path, Report report) {
        new PrintedReport(out)
                .print(
                        "“%s”%s(%s)".formatted(path, report.dryRun() ? "校验完毕,没有入库" : "已入库", report.code()),
                        intake.whereToRead(report),
                        report);
    }
}
