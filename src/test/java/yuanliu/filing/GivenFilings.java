package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.filing.reading.CataloguePackage;
import yuanliu.ownership.StaleUnits;
import yuanliu.ownership.Units;
import yuanliu.web.Today;

/// A test that files packages and looks at what the graph has then.
abstract class GivenFilings extends GivenGraph {

    private static final long PART = 24_000_000;

    DoubleConsumer progress = progress -> {};
    private int loads;

    @Autowired
    FilingGraph filingGraph;

    @Autowired
    private Units units;

    @Autowired
    private StaleUnits stale;

    @TempDir
    private Path scratch;

    @AfterEach
    void live() {
        filingGraph.afterEach(() -> {});
    }

    Filed file(CataloguePackage filed, boolean dryRun) {
        return file(filed, dryRun, PART);
    }

    /// What is filed into a graph in which nothing is, is loaded too: the files of the import hold what the graph does.
    Filed file(CataloguePackage filed, boolean dryRun, long part) {
        var bare = !dryRun
                && count("MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__') RETURN count(*)") == 0;
        var said = run(filed, dryRun, filingGraph, part);
        if (bare) {
            var folder = scratch.resolve("import-" + loads++);
            try (var files = new ImportFiles(Files.createDirectories(folder))) {
                var loaded = run(filed, false, files, part);
                files.close();
                assertThat(loaded).isEqualTo(said);
                assertThat(new ReadImport(folder).dump()).isEqualTo(dump());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return said;
    }

    private Filed run(CataloguePackage filed, boolean dryRun, Destination into, long part) {
        try (var problems = new Problems(scratch.resolve("problems"))) {
            var run = new FilingRun(
                    "F1",
                    dryRun,
                    filed,
                    scratch,
                    into,
                    units,
                    problems,
                    into == filingGraph ? progress : any -> {},
                    part);
            run.run();
            if (!dryRun && into == filingGraph) {
                stale.refresh();
            }
            return new Filed(run.counts(), problems.first());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }

    /// Every node and relationship with all its properties, but for those of the migrations and what is told of
    /// changes and of what was touched.
    TreeSet<String> dump() {
        return dump(query -> graph.query(query).fetch().all(), "");
    }

    /// @param label of nodes that are left out
    static TreeSet<String> dump(Function<String, Collection<Map<String, Object>>> asked, String label) {
        var dump = new TreeSet<String>();
        asked.apply(
                        "MATCH (n) WHERE NOT n:Touched AND none(label IN labels(n) WHERE label STARTS WITH '__' OR label STARTS WITH 'Lineage') "
                                + "RETURN labels(n) AS labels, n.key AS key, properties(n) AS properties")
                .forEach(node -> {
                    if (!List.of(label).equals(node.get("labels"))) {
                        dump.add(sorted(node));
                    }
                });
        asked.apply("MATCH (a)-[r]->(b) WHERE none(label IN labels(a) WHERE label STARTS WITH '__') "
                        + "RETURN labels(a) AS fromLabels, a.key AS fromKey, type(r) AS type, labels(b) AS toLabels, b.key AS toKey, "
                        + "properties(r) AS properties, count(*) AS times")
                .forEach(relationship -> dump.add(sorted(relationship)));
        return dump;
    }

    static String sorted(Map<?, ?> of) {
        var sorted = new TreeMap<String, String>();
        of.forEach((name, value) -> sorted.put(
                String.valueOf(name),
                value instanceof Map<?, ?> inner ? sorted(inner) : told(String.valueOf(name), value)));
        return sorted.toString();
    }

    /// What is filed while a test runs is filed on one day, though midnight may lie between two of its filings.
    static String told(String name, Object value) {
        var today = LocalDate.now(Today.ZONE);
        return "filedOn".equals(name)
                        && List.of(today, today.minusDays(1))
                                .contains(value instanceof LocalDate day ? day : LocalDate.parse(value.toString()))
                ? "now"
                : String.valueOf(value);
    }

    record Filed(List<Report.Counts> counts, List<Report.Problem> problems) {

        /// Each problem as sheet, row and code.
        List<String> codes() {
            return problems.stream()
                    .map(one -> one.sheet() + one.row() + one.code())
                    .toList();
        }
    }
}
