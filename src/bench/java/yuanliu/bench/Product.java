package yuanliu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import yuanliu.Yuanliu;

/// The product with a Neo4j of its own, as a person would use it over HTTP.
final class Product implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Endpoint endpoint;

    Product(Path data, List<String> settings) throws IOException {
        var port = freePort();
        var given = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--yuanliu.demo=false",
                "--yuanliu.data=" + data,
                "--yuanliu.neo4j.bolt-port=" + freePort(),
                "--yuanliu.neo4j.http-port=" + freePort()));
        given.addAll(settings);
        context = SpringApplication.run(Yuanliu.class, given.toArray(String[]::new));
        endpoint = new Endpoint(port);
    }

    /// The way to its graph itself.
    Driver driver() {
        return context.getBean(Driver.class);
    }

    JsonNode ask(String query, Map<String, ?> variables) throws Exception {
        return endpoint.ask(query, variables);
    }

    /// How many bytes a file has that is taken home.
    long size(String path) throws Exception {
        return endpoint.size(path);
    }

    /// As [Endpoint#file(Path, Map)].
    JsonNode file(Path scratch, Map<String, Path> files) throws Exception {
        return endpoint.file(scratch, files);
    }

    /// Asks the graph itself.
    List<Map<String, Object>> cypher(String statement, Map<String, Object> parameters) {
        try (var session = context.getBean(Driver.class).session()) {
            return session.run(statement, parameters).list(row -> row.asMap());
        }
    }

    /// What the application, and what its Neo4j, have had of the processors so far, in milliseconds.
    static long[] processorTime() {
        return new long[] {
            cpu(ProcessHandle.current()),
            ProcessHandle.current().children().mapToLong(Product::cpu).sum()
        };
    }

    private static long cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /// What was left on the heap after the latest collection, in MiB.
    static long liveHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum()
                >> 20;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        endpoint.close();
        context.close();
    }
}
