package yuanliu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A generated government that is in a graph: written and filed once, into `target/bench-<tier>-<seed>`, and found there the
/// next time.
///
/// @param folder the package, with its truth beside it
/// @param data   where the product keeps the graph
record FiledTier(String name, Path folder, Path data) {

    static final String SEED = System.getProperty("yuanliu.bench.seed", "1");
    private static final List<String> SERVER = List.of("--yuanliu.neo4j.heap=2g", "--yuanliu.neo4j.page-cache=2g");

    static FiledTier of(String name) throws Exception {
        var tier = new FiledTier(
                name, GeneratedPackageBench.folder(name, SEED), Path.of("target", "bench-" + name + "-" + SEED));
        writeOnce(name, tier.folder);
        tier.fileOnce();
        return tier;
    }

    /// The folder is whole once the hubs are told of, for they are last.
    static void writeOnce(String name, Path folder) throws IOException {
        if (!Files.exists(folder.resolve("truth").resolve("hubs.csv"))) {
            System.out.println(new GeneratedPackage(Tier.named(name), Long.parseLong(SEED)).write(folder));
        }
    }

    /// The product on this graph.
    Product open() throws IOException {
        return new Product(data, SERVER);
    }

    /// The folder is whole once `filed` lies in it.
    private void fileOnce() throws Exception {
        if (Files.exists(data.resolve("filed"))) {
            return;
        }
        Files.createDirectories(data);
        var settings = new ArrayList<>(SERVER);
        settings.add("--yuanliu.detection.after-filing=false");
        try (var product = new Product(data, settings)) {
            var began = System.nanoTime();
            var report = product.file(data, files(folder));
            var read = Endpoint.rows(report);
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%s filed: %d rows in %.1f s, %.0f rows/s, none refused%n", name, read, seconds, read / seconds);
        }
        Files.createFile(data.resolve("filed"));
    }

    /// What a package is made of, by the names of the files.
    static Map<String, Path> files(Path folder) throws IOException {
        var files = new LinkedHashMap<String, Path>();
        try (var listed = Files.list(folder)) {
            listed.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .forEach(file -> files.put(file.getFileName().toString(), file));
        }
        return files;
    }
}
