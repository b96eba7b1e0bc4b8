package yuanliu.filing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.filing.reading.CataloguePackage;
import yuanliu.ownership.StaleUnits;
import yuanliu.ownership.Units;

/// A test that files packages and looks at what the graph has then.
abstract class GivenFilings extends GivenGraph {

    DoubleConsumer progress = progress -> {};

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
        try (var problems = new Problems(scratch.resolve("problems"))) {
            var run = new FilingRun("F1", dryRun, filed, scratch, filingGraph, units, problems, progress);
            run.run();
            if (!dryRun) {
                stale.refresh();
            }
            return new Filed(run.counts(), problems.first());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }

    /// Every node and relationship with all its properties, but for those of the migrations and what is told of
    /// changes and of what was touched.
    TreeSet<String> dump() {
        var dump = new TreeSet<String>();
        graph.query(
                        "MATCH (n) WHERE NOT n:Touched AND none(label IN labels(n) WHERE label STARTS WITH '__' OR label STARTS WITH 'Lineage') "
                                + "RETURN labels(n) AS labels, n.key AS key, properties(n) AS properties")
                .fetch()
                .all()
                .forEach(node -> dump.add(sorted(node)));
        graph.query("MATCH (a)-[r]->(b) WHERE none(label IN labels(a) WHERE label STARTS WITH '__') "
                        + "RETURN labels(a) AS fromLabels, a.key AS fromKey, type(r) AS type, labels(b) AS toLabels, b.key AS toKey, "
                        + "properties(r) AS properties, count(*) AS times")
                .fetch()
                .all()
                .forEach(relationship -> dump.add(sorted(relationship)));
        return dump;
    }

    private static String sorted(Map<?, ?> of) {
        var sorted = new TreeMap<String, String>();
        of.forEach((name, value) -> sorted.put(
                String.valueOf(name), value instanceof Map<?, ?> inner ? sorted(inner) : String.valueOf(value)));
        return sorted.toString();
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
