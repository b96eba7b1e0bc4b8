package yuanliu.duplicates;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.command.RunningYuanliu;
import yuanliu.command.Settings;
import yuanliu.command.Terminal;
import yuanliu.web.BadRequest;
import yuanliu.web.Today;

/// Checks a plan on the command line: by the Yuanliu that runs on this machine, else by starting one for the purpose.
@Command(
        name = CheckCommand.NAME,
        synopsisHeading = "用法：",
        customSynopsis =
                "java -jar yuanliu.jar check PLAN.csv [--department 部门编码] [--region 区划代码] [--xlsx 意见.xlsx] [--设置名=值 …]%n",
        description = {"采集之前核对采集计划：哪些信息项已有、可共享取得、可推算，哪些才是新增。若本机的源流正在运行（server.port，默认 8080），经由它核对；否则自行打开图谱核对。%n"},
        parameterListHeading = "%n",
        optionListHeading = "",
        footer = {"%n退出码：0 全部可新增采集 · 2 有不必新增采集的信息项 · 1 未能核对（计划不能读、部门不存在等）"},
        exitCodeOnInvalidInput = CheckCommand.NOT_CHECKED,
        exitCodeOnExecutionException = CheckCommand.NOT_CHECKED)
public final class CheckCommand implements Callable<Integer> {

    public static final String NAME = "check";

    static final int ALL_NEW = 0;
    static final int NOT_CHECKED = 1;
    static final int SOME_NEEDLESS = 2;

    private static final int VERDICT_COLUMNS = 14;
    private static final int NAME_COLUMNS = 24;

    private final Class<?> application;
    private final Terminal terminal;

    @Parameters(paramLabel = "PLAN.csv", description = "采集计划，首行：名称,数据元编码,主体类,限定词,字段名,数据类型（名称以外可缺）；UTF-8 或 GB18030")
    private @Nullable Path plan;

    @Option(names = "--department", paramLabel = "编码", description = "计划部门的编码")
    private @Nullable String department;

    @Option(names = "--region", paramLabel = "代码", description = "采集所在区划的代码，默认为部门所在区划")
    private @Nullable String region;

    @Option(names = "--name", paramLabel = "名称", description = "计划的名称，默认为文件名")
    private @Nullable String name;

    @Option(names = "--xlsx", paramLabel = "文件", description = "另将采集核对意见写成工作簿")
    private @Nullable Path workbook;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这段说明")
    private boolean help;

    @Unmatched
    private List<String> given = new ArrayList<>();

    CheckCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /// Runs the command as the process.
    ///
    /// @return the exit status
    public static int run(Class<?> application, List<String> arguments) {
        return new CheckCommand(application, Terminal.ofTheProcess()).run(arguments);
    }

    int run(List<String> arguments) {
        return terminal.run(
                this,
                arguments,
                wrong -> wrong instanceof MissingParameterException ? "请写明采集计划的文件" : "参数无法识别：" + wrong.getMessage(),
                NOT_CHECKED);
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = new Settings(given);
        var file = java.util.Objects.requireNonNull(plan);
        var refusal = settings.refusal();
        if (refusal.isPresent()) {
            terminal.err().println(refusal.get());
            return NOT_CHECKED;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            terminal.err().println("“%s”不存在或不能读取%s".formatted(file, Terminal.ofTheLocale(file)));
            return NOT_CHECKED;
        }
        try {
            var opinion = opinion(Files.readAllBytes(file), settings);
            if (workbook != null) {
                try (var out = Files.newOutputStream(workbook)) {
                    OpinionWorkbook.write(opinion, out);
                }
            }
            print(opinion);
            return opinion.fresh() == opinion.total() ? ALL_NEW : SOME_NEEDLESS;
        } catch (BadRequest bad) {
            terminal.err().println("“%s”未核对：%s".formatted(file, bad.sentence()));
        } catch (IOException failure) {
            terminal.err().println("“%s”未核对：不能读写，或与源流的连接中断（%s）".formatted(file, failure));
        }
        return NOT_CHECKED;
    }

    private CollectionOpinion opinion(byte[] bytes, Settings settings) throws IOException, InterruptedException {
        var port = settings.port();
        var running = RunningYuanliu.at(port);
        if (running.isPresent()) {
            try (var there = running.get()) {
                terminal.err().println("经由正在运行的源流核对：" + there.uri(CollectionChecksController.PATH));
                return asked(there, bytes);
            }
        }
        terminal.err().println("本机端口 %d 上没有源流在运行，直接打开图谱".formatted(port));
        var read = PlanFile.read(bytes);
        try (var here = settings.start(application)) {
            var intended = new CollectionPlan(called(), department, region, read.fields());
            return CollectionOpinion.of(
                    intended,
                    here.getBean(CollectionChecks.class).check(intended),
                    here.getBean(Today.class).date(),
                    read.ignoredColumns());
        }
    }

    private CollectionOpinion asked(RunningYuanliu there, byte[] bytes) throws IOException, InterruptedException {
        var query = new StringBuilder("?format=json&name=").append(encoded(called()));
        if (department != null) {
            query.append("&department=").append(encoded(department));
        }
        if (region != null) {
            query.append("&region=").append(encoded(region));
        }
        var answer = there.send(HttpRequest.newBuilder(there.uri(CollectionChecksController.PATH + query))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
        if (answer.statusCode() != 200) {
            throw new BadRequest(there.detail(answer));
        }
        return JsonMapper.shared().readValue(answer.body(), CollectionOpinion.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String called() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        var file = String.valueOf(java.util.Objects.requireNonNull(plan).getFileName());
        return file.replaceFirst("(?i)\\.csv$", "");
    }

    private void print(CollectionOpinion opinion) {
        var out = terminal.out();
        for (var field : opinion.fields()) {
            out.println(Terminal.padded(field.verdict().word(), VERDICT_COLUMNS)
                    + Terminal.padded(field.name(), NAME_COLUMNS)
                    + " "
                    + field.advice());
        }
        out.println("合计 %d 项：已有 %d，可共享取得 %d，可推算 %d，可新增采集 %d；不必新增采集的占 %s"
                .formatted(
                        opinion.total(),
                        opinion.held(),
                        opinion.obtainable(),
                        opinion.derivable(),
                        opinion.fresh(),
                        "%.0f%%".formatted(opinion.coverage() * 100)));
        if (!opinion.ignoredColumns().isEmpty()) {
            terminal.err().println("没有用到的列：" + String.join("、", opinion.ignoredColumns()));
        }
        if (workbook != null) {
            terminal.err().println("采集核对意见已写入 " + workbook);
        }
        out.flush();
    }
}
