package yuanliu.duplicates;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.command.RunningYuanliu;
import yuanliu.command.Settings;
import yuanliu.command.Terminal;

/// Detects on the command line: in the Yuanliu that runs on this machine, else by starting one for the purpose.
@Command(
        name = DetectCommand.NAME,
        synopsisHeading = "用法：",
        customSynopsis = "java -jar yuanliu.jar detect [--设置名=值 …]%n",
        description = {"全量检测重复采集，打印合计。若本机的源流正在运行（server.port，默认 8080），由它检测；否则自行打开图谱检测。%n"},
        optionListHeading = "%n",
        footer = {"%n退出码：0 已检测 · 1 未检测"},
        exitCodeOnInvalidInput = DetectCommand.NOT_DETECTED,
        exitCodeOnExecutionException = DetectCommand.NOT_DETECTED)
public final class DetectCommand implements Callable<Integer> {

    public static final String NAME = "detect";

    static final int DETECTED = 0;
    static final int NOT_DETECTED = 1;

    private static final String RUN = "code state units findings added recurred gone rules message";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 300;

    private final JsonMapper json = JsonMapper.shared();
    private final Class<?> application;
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这段说明")
    private boolean help;

    @Unmatched
    private List<String> given = new ArrayList<>();

    DetectCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /// Runs the command as the process.
    ///
    /// @return the exit status
    public static int run(Class<?> application, List<String> arguments) {
        return new DetectCommand(application, Terminal.ofTheProcess()).run(arguments);
    }

    int run(List<String> arguments) {
        return terminal.run(this, arguments, wrong -> "参数无法识别：" + wrong.getMessage(), NOT_DETECTED);
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = new Settings(given);
        var refusal = settings.refusal();
        if (refusal.isPresent()) {
            terminal.err().println(refusal.get());
            return NOT_DETECTED;
        }
        try {
            return told(ended(settings));
        } catch (NotAnswered | IOException failure) {
            terminal.err().println("未检测：" + failure.getMessage());
            return NOT_DETECTED;
        }
    }

    private Ended ended(Settings settings) throws InterruptedException, IOException, NotAnswered {
        var port = settings.port();
        var running = RunningYuanliu.at(port);
        if (running.isPresent()) {
            try (var there = running.get()) {
                terminal.err().println("由正在运行的源流检测：" + there.uri("/graphql"));
                return ended(there);
            }
        }
        terminal.err().println("本机端口 %d 上没有源流在运行，直接打开图谱".formatted(port));
        try (var here = settings.start(application)) {
            return Ended.of(here.getBean(Detections.class).run(DetectionRun.Trigger.DEMAND));
        }
    }

    private Ended ended(RunningYuanliu there) throws InterruptedException, IOException, NotAnswered {
        var run = asked(there, "mutation { run: detectDuplicates { %s } }".formatted(RUN), Map.of());
        while (run.path("state").asString("").equals(DetectionRun.State.RUNNING.name())) {
            Thread.sleep(PAUSE_MILLIS);
            run = asked(
                    there,
                    "query ($code: String!) { run: detectionRun(code: $code) { %s } }".formatted(RUN),
                    Map.of("code", run.path("code").asString("")));
        }
        return json.treeToValue(run, Ended.class);
    }

    private JsonNode asked(RunningYuanliu there, String document, Map<String, Object> variables)
            throws InterruptedException, IOException, NotAnswered {
        var answer = there.send(HttpRequest.newBuilder(there.uri("/graphql"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("query", document, "variables", variables))))
                .build());
        try {
            var told = json.readTree(answer.body());
            var run = told.path("data").path("run");
            if (answer.statusCode() == 200 && run.isObject()) {
                return run;
            }
            throw new NotAnswered(told.path("errors").path(0).path("message").asString(there.detail(answer)));
        } catch (JacksonException notOurs) {
            throw new NotAnswered(there.detail(answer));
        }
    }

    private int told(Ended run) {
        if (!run.state().equals(DetectionRun.State.FINISHED.name())) {
            terminal.err().println("检测 %s 未完成：%s".formatted(run.code(), run.message()));
            return NOT_DETECTED;
        }
        terminal.out()
                .println("检测 %s 已完成（规则 %s）：检查 %d 个数源单元，检出疑点 %d 个，其中新增 %d，复发 %d；不再检出 %d"
                        .formatted(
                                run.code(),
                                run.rules(),
                                run.units(),
                                run.findings(),
                                run.added(),
                                run.recurred(),
                                run.gone()));
        terminal.out().flush();
        return DETECTED;
    }

    /// What is told of a run.
    private record Ended(
            String code,
            String state,
            long units,
            long findings,
            long added,
            long recurred,
            long gone,
            @org.jspecify.annotations.Nullable String rules,
            @org.jspecify.annotations.Nullable String message) {

        static Ended of(DetectionRun run) {
            return new Ended(
                    run.code(),
                    run.state().name(),
                    run.units(),
                    run.findings(),
                    run.added(),
                    run.recurred(),
                    run.gone(),
                    run.rules(),
                    run.message());
        }
    }

    /// The message is a sentence in Chinese.
    private static final class NotAnswered extends Exception {

        NotAnswered(String sentence) {
            super(sentence);
        }
    }
}
