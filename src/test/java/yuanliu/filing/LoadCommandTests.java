package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.command.Terminal;
import yuanliu.filing.reading.CataloguePackages;
import yuanliu.neo4j.GraphMigrations;
import yuanliu.neo4j.OwnServer;
import yuanliu.neo4j.OwnServerSettings;
import yuanliu.neo4j.TestNeo4j;

/// The command with a Neo4j of its own, through `neo4j-admin` and back.
class LoadCommandTests extends GivenFilings {

    private final int boltPort = TestNeo4j.freePort();
    private final int httpPort = TestNeo4j.freePort();

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private Path filed;

    /// All that a CSV file has to say in quotes, and a column that nobody asked for.
    @BeforeEach
    void given() throws IOException {
        filed = Files.createDirectories(folder.resolve("目录包"));
        Files.writeString(filed.resolve("regions.csv"), "code,name,parent\nG1,示例市,\nG2,示例县,G1\n,无码,\n");
        Files.writeString(
                filed.resolve("departments.csv"),
                "code,name,region,\"a,b:c\"\nD1,\"公安\n局\",G1,\"他说\"\"好\"\"\"\nD2,\"甲,乙\",G9, 前后有空 \n");
        Files.writeString(
                filed.resolve("elements.csv"), "code,name,synonyms,identifying\nE1,公民身份号码,\"身份证号,身份证号码\",是\n");
        Files.writeString(
                filed.resolve("resources.csv"),
                "code,name,provider,library,published\nR1,户籍,D1,人口库,2020-01-02\nR2,社保,D2,,昨天\n");
        Files.writeString(
                filed.resolve("fields.csv"),
                "resource,name,element,acquisition\nR1,身份证号,E1,采集\nR2,身份证号,E1,共享获取\nR2,备注,,\n");
        Files.writeString(
                filed.resolve("lineage.csv"),
                "resource,field,fromResource,fromField,confidence\nR2,身份证号,R1,身份证号,50%\nR2,,R1,,\n");
        Files.writeString(
                filed.resolve("designations.csv"), "element,region,department,resource,field\nE1,G1,D1,R1,身份证号\n");
    }

    @Test
    void whatIsLoadedIsWhatIsFiledAndNothingIsLoadedUponIt() throws Exception {
        TreeSet<String> asFiled;
        try (var opened = CataloguePackages.open(filed, folder.resolve("scratch"))) {
            file(opened, false);
            asFiled = dump();
        }

        var first = load(filed);
        var second = load(filed);

        assertThat(first.status).as(first.err).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(first.out).contains("已装载(F").contains("第4行:必填项“区划代码”为空").containsPattern("合计 +14 +13 ");
        assertThat(second.status).isEqualTo(FilingCommand.NOTHING_FILED);
        assertThat(second.err).contains("[GRAPH_NOT_EMPTY]");
        assertThat(loaded()).isEqualTo(batchless(asFiled));
        assertThat(folder.resolve("data").resolve("neo4j.loading")).doesNotExist();
    }

    @Test
    void whatIsLoadedIsMigratedAsAnyGraphIs() throws Exception {
        var left = Files.createDirectories(folder.resolve("data").resolve("load-of-one-that-was-killed"));
        Files.writeString(left.resolve("rows"), "R1");

        var said = load(filed);

        assertThat(said.status).as(said.err).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(left).doesNotExist();
        try (var server = new OwnServer(folder.resolve("data").resolve("neo4j"), settings());
                var driver = GraphDatabase.driver(server.boltUri(), AuthTokens.basic("neo4j", server.password()));
                var session = driver.session()) {
            Function<String, Collection<Map<String, Object>>> loaded =
                    query -> session.run(query).list(row -> row.asMap());
            var before = migrations(loaded);

            GraphMigrations.apply(driver, "neo4j");

            assertThat(before)
                    .isEqualTo(migrations(query -> graph.query(query).fetch().all()));
            assertThat(migrations(loaded)).isEqualTo(before);
            assertThat(session.run(
                                    "MATCH (:__Neo4jMigration)-[step:MIGRATED_TO]->() RETURN DISTINCT keys(step) AS keys")
                            .single()
                            .get("keys")
                            .asList())
                    .contains("at", "in", "by");
        }
    }

    @Test
    void oneLoadAtATime() throws IOException {
        var data = Files.createDirectories(folder.resolve("data"));
        try (var another = FileChannel.open(
                        data.resolve("load.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = another.lock()) {
            var said = run(
                    filed,
                    "--server.port=0",
                    "--yuanliu.data=" + data,
                    "--spring.neo4j.uri=bolt://127.0.0.1:1",
                    "--files=" + folder.resolve("files"));

            assertThat(lock.isValid()).isTrue();
            assertThat(said.status).isEqualTo(FilingCommand.NOTHING_FILED);
            assertThat(said.err).contains("[LOAD_RUNNING]");
        }
    }

    @Test
    void aGraphInWhichNothingWasFiledKeepsItsPassword() throws Exception {
        var home = folder.resolve("data").resolve("neo4j");
        String password;
        try (var server = new OwnServer(home, settings())) {
            server.boltUri();
            password = server.password();
        }

        var said = load(filed);

        assertThat(said.status).as(said.err).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(said.err).doesNotContain("口令");
        assertThat(loaded()).isNotEmpty();
        assertThat(Files.readString(home.resolve("password")).strip()).isEqualTo(password);
    }

    @Test
    void whereYuanliuRunsNothingIsLoaded() {
        var said = run(filed, "--server.port=" + port);

        assertThat(said.status).isEqualTo(FilingCommand.NOTHING_FILED);
        assertThat(said.err).contains("[YUANLIU_RUNNING]");
    }

    @Test
    void whatIsNoPackageIsTold() throws IOException {
        var notes = Files.writeString(folder.resolve("说明.txt"), "说明");

        var said = load(notes);

        assertThat(said.status).isEqualTo(FilingCommand.NOTHING_FILED);
        assertThat(said.err).contains("“说明.txt”不是目录包");
        assertThat(load(folder.resolve("nowhere")).err).contains("不存在或不能读取");
        assertThat(run("--server.port=0").err).contains("请写明要装载的目录包");
    }

    @Test
    void forAnotherNeo4jTheFilesAreWrittenAndTheCommandIsTold() throws IOException {
        var files = folder.resolve("导入");
        var settings =
                new ArrayList<Object>(List.of(filed, "--server.port=0", "--yuanliu.data=" + folder.resolve("data")));
        TestNeo4j.settings().forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));

        assertThat(run(settings.toArray()).err).contains("[FILES_WANTED]");
        settings.add("--files=" + files);
        var said = run(settings.toArray());
        var again = run(settings.toArray());
        given("CREATE (:Region {code: 'G1', key: 'G1'})");
        settings.set(settings.size() - 1, "--files=" + folder.resolve("else"));
        var full = run(settings.toArray());

        assertThat(said.status).as(said.err).isEqualTo(FilingCommand.SOME_REFUSED);
        assertThat(said.out)
                .contains(
                        "neo4j-admin database import full --nodes=DataElement=DataElement-header.csv,DataElement.csv");
        assertThat(new ReadImport(files).dump().stream().filter(one -> one.contains("labels=[DataField]")))
                .hasSize(3);
        assertThat(again.err).contains("[FOLDER_NOT_EMPTY]");
        assertThat(full.err).contains("[GRAPH_NOT_EMPTY]");
    }

    private OwnServerSettings settings() {
        return new OwnServerSettings(boltPort, httpPort, "512m", "64m", Path.of("target", "neo4j.classpath"), null);
    }

    private Said load(Path what) {
        return run(
                what,
                "--server.port=0",
                "--yuanliu.data=" + folder.resolve("data"),
                "--yuanliu.neo4j.bolt-port=" + boltPort,
                "--yuanliu.neo4j.http-port=" + httpPort,
                "--yuanliu.neo4j.heap=512m",
                "--yuanliu.neo4j.page-cache=64m",
                "--yuanliu.load.heap=256m");
    }

    /// What a Yuanliu finds that is started next.
    private TreeSet<String> loaded() {
        try (var server = new OwnServer(folder.resolve("data").resolve("neo4j"), settings());
                var driver = GraphDatabase.driver(server.boltUri(), AuthTokens.basic("neo4j", server.password()));
                var session = driver.session()) {
            var indexes = session.run("SHOW INDEXES YIELD state RETURN collect(DISTINCT state) AS states")
                    .single()
                    .get("states")
                    .asList();
            assertThat(indexes).containsExactly("ONLINE");
            assertThat(session.run(
                                    "MATCH (filing:Filing {sequence: 1, state: 'FINISHED'}) RETURN filing.report AS report")
                            .single()
                            .get("report")
                            .asString())
                    .contains("\"refused\":1");
            return batchless(dump(query -> session.run(query).list(row -> row.asMap()), "Filing"));
        }
    }

    /// Constraints, indexes and the chain of migrations, but for when, by whom and on which Neo4j they were made.
    private static List<String> migrations(Function<String, Collection<Map<String, Object>>> asked) {
        var all = new ArrayList<String>();
        Stream.of(
                        "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name",
                        "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint, options "
                                + "WHERE type <> 'LOOKUP' RETURN name, type, labelsOrTypes, properties, owningConstraint, "
                                + "options.indexConfig['fulltext.analyzer'] AS analyzer ORDER BY name",
                        "MATCH (made:__Neo4jMigration) OPTIONAL MATCH (former)-[step:MIGRATED_TO]->(made) "
                                + "RETURN labels(made) AS labels, properties(made) AS made, former.version AS former "
                                + "ORDER BY made.version")
                .forEach(query -> asked.apply(query).forEach(row -> all.add(sorted(row))));
        return all;
    }

    /// The code of the filing is its own.
    private static TreeSet<String> batchless(TreeSet<String> dump) {
        var without = new TreeSet<String>();
        dump.forEach(one -> without.add(one.replaceAll("batch=F[-0-9]+", "batch=")));
        return without;
    }

    private static Said run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = new LoadCommand(new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false))
                .run(Stream.of(arguments).map(String::valueOf).toList());
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Said(int status, String out, String err) {}
}
