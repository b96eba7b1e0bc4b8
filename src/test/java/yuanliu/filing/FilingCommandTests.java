package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.GivenGraph;
import yuanliu.Yuanliu;
import yuanliu.command.Terminal;
import yuanliu.neo4j.TestNeo4j;

class FilingCommandTests extends GivenGraph {

    private static final String REGIONS = "code,name,parent\nG1,示例市,\nG2,示例县,G1\n";

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void aFolderIsFiledThroughTheRunningYuanliuAndItsTotalsAreTold() throws IOException {
        var city = Files.createDirectories(folder.resolve("示例市").resolve("目录包"));
        Files.writeString(city.resolve("regions.csv"), REGIONS);
        Files.writeString(city.resolve("departments.csv"), "code,name,region\nD1,公安局,G1\n");
        Files.writeString(city.resolve("说明.txt"), "不入库");

        var said = run(folder.resolve("示例市"));

        assertThat(said.status).as(said.err).isEqualTo(FilingCommand.ALL_FILED);
        assertThat(said.out).containsPattern("行政区划 +2 +2 +0 +0 +0 +0\\R").containsPattern("部门 +1 +1 +0 +0 +0 +0\\R");
        assertThat(said.out).containsPattern("合计 +3 +3 +0 +0 +0 +0\\R");
        assertThat(said.err).contains("经由正在运行的源流入库:http://127.0.0.1:" + port);
        assertThat(filed()).isEqualTo(3);
    }

    @Test
    void refusedRowsAreTwoAndToldWithTheirReason() throws IOException {
        var regions = Files.writeString(folder.resolve("regions.csv"), REGIONS + ",无码,\n");

        var said = run(regions);

        assertThat(said.status).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(said.out).contains("第4行:必填项“区划代码”为空,该行政区划未入库 [MISSING_CELL]").contains("/report.xlsx");
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void aDryRunFilesNothing() throws IOException {
        var regions = Files.writeString(folder.resolve("regions.csv"), REGIONS);

        var said = run(regions, "--dry-run");

        assertThat(said.status).isEqualTo(FilingCommand.ALL_FILED);
        assertThat(said.out).contains("校验完毕,没有入库").containsPattern("行政区划 +2 +2");
        assertThat(filed()).isZero();
    }

    @Test
    void severalPackagesAreFiledInTurnAndOneThatIsNoneIsTold() throws IOException {
        var regions = Files.writeString(folder.resolve("regions.csv"), REGIONS);
        var notes = Files.writeString(folder.resolve("说明.txt"), "说明");

        var alone = run(notes);
        var among = run(notes, regions);

        assertThat(alone.status).isEqualTo(FilingCommand.NOTHING_FILED);
        assertThat(alone.out).isEmpty();
        assertThat(alone.err).contains("“" + notes + "”未入库:“说明.txt”不是目录包");
        assertThat(among.status).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void whatCannotBeMeantFilesNothing() throws IOException {
        var regions = Files.writeString(folder.resolve("regions.csv"), REGIONS);

        assertThat(run(regions, folder.resolve("nowhere.xlsx")).err).contains("nowhere.xlsx”不存在或不能读取");
        assertThat(run(regions, "--dryRun").err).contains("参数“--dryRun”无法识别");
        assertThat(run().err).contains("请写明要入库的目录包").contains("用法:");
        assertThat(Stream.of(run(), run("--dryRun", regions), run(folder.resolve("x")))
                        .map(said -> said.status))
                .containsOnly(FilingCommand.NOTHING_FILED);
        assertThat(filed()).isZero();
    }

    /// As a process, for that is what has an exit status and a standard output.
    @Test
    void withoutARunningYuanliuTheGraphIsOpenedForTheFiling() throws Exception {
        var regions = Files.writeString(folder.resolve("regions.csv"), REGIONS + ",无码,\n");
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                Yuanliu.class.getName(),
                "file",
                regions.toString(),
                "--server.port=" + TestNeo4j.freePort(),
                "--yuanliu.data=" + folder.resolve("data")));
        TestNeo4j.settings().forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CLASSPATH", KilledTests.classPathOfTheApplication());

        var process = builder.start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(Files.readAllLines(out)).hasSize(6).first().asString().startsWith("“" + regions + "”已入库(F");
        assertThat(filed()).isEqualTo(2);
    }

    private long filed() {
        return graph.query("MATCH (n) WHERE n:Region OR n:Department RETURN count(n)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private Said run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = new FilingCommand(
                        Yuanliu.class,
                        new Terminal(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false))
                .run(Stream.concat(Stream.of(arguments).map(String::valueOf), List.of("--server.port=" + port).stream())
                        .toList());
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Said(int status, String out, String err) {}
}
