package yuanliu.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The product as a process of its own, with its Neo4j as another, as it runs where it is used: from the classes that
/// were compiled for this run, with heaps that are said.
final class ProductProcess implements AutoCloseable {

    /// How much memory each part may take.
    ///
    /// @param heap      of the application
    /// @param neo4jHeap of its Neo4j
    /// @param pageCache of its Neo4j
    record Sizes(String heap, String neo4jHeap, String pageCache) {

        static Sizes of(String tier) {
            return switch (tier) {
                case "nation" -> new Sizes("7g", "2g", "6g");
                case "province" -> new Sizes("2g", "2g", "2g");
                default -> new Sizes("1g", "1g", "1g");
            };
        }

        @Override
        public String toString() {
            return "-Xmx%s, Neo4j -Xmx%s and %s of page cache".formatted(heap, neo4jHeap, pageCache);
        }
    }

    /// What is held for long, the lineage, is half of the heap: the collector would look through it without end.
    private static final List<String> FULL_FROM_THREE_QUARTERS =
            List.of("-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=75");

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Process process;
    private final Path log;
    private final Endpoint endpoint;

    private ProductProcess(Process process, Path log, Endpoint endpoint) {
        this.process = process;
        this.log = log;
        this.endpoint = endpoint;
    }

    /// Starts it on a graph; it answers some time later.
    static ProductProcess start(Path data, Sizes sizes, String... settings) throws IOException {
        var port = Product.freePort();
        Files.createDirectories(data);
        var log = data.resolve("product.log");
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--yuanliu.demo=false"));
        arguments.addAll(Arrays.asList(settings));
        return new ProductProcess(launch(data, sizes, FULL_FROM_THREE_QUARTERS, log, arguments), log, new Endpoint(port));
    }

    /// Runs a command of the product to its end; what it says goes to a file beside the graph.
    static Process command(Path data, Sizes sizes, String... words) throws IOException {
        Files.createDirectories(data);
        var arguments = new ArrayList<>(Arrays.asList(words));
        arguments.add("--server.port=" + Product.freePort());
        return launch(data, sizes, List.of("-XX:+UseParallelGC"), data.resolve("command.log"), arguments);
    }

    private static Process launch(Path data, Sizes sizes, List<String> flags, Path log, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + sizes.heap(),
                "-XX:+UseTransparentHugePages",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.add("yuanliu.Yuanliu");
        command.addAll(arguments);
        command.addAll(List.of(
                "--yuanliu.data=" + data,
                "--yuanliu.neo4j.heap=" + sizes.neo4jHeap(),
                "--yuanliu.neo4j.page-cache=" + sizes.pageCache(),
                "--yuanliu.neo4j.bolt-port=" + Product.freePort(),
                "--yuanliu.neo4j.http-port=" + Product.freePort()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", classPath());
        return builder.start();
    }

    /// What the tests add is left out. Surefire keeps what it gave this process under a name of its own.
    private static String classPath() {
        var own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(own.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Endpoint endpoint() {
        return endpoint;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Questions questions() {
        return new Questions(endpoint::ask);
    }

    /// Waits until something is answered at all.
    ProductProcess awaitAnswer() throws Exception {
        await(() -> endpoint.ask("{ __typename }", Map.of()).path("__typename").isString());
        return this;
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    /// Waits for something to be so; what is not answered yet, or otherwise, is not so yet.
    void await(Condition condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Throwable last = null;
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException | AssertionError notYet) {
                last = notYet;
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("In vain: " + Files.readString(log), last);
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws InterruptedException {
        endpoint.close();
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
