package yuanliu.duplicates;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.data.neo4j.core.Neo4jClient;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;

/// Under which elements fields of each name are filed. Of a nation no field is read for it, which would be half of its
/// store: their names are told by the index, their elements by the relationships as they lie, and both meet here by the
/// numbers of the nodes.
final class FiledNames {

    /// What the key of a second field of one name of one owner ends in.
    private static final Pattern SECOND = Pattern.compile("~\\d+$");

    private final Neo4jClient graph;
    private final Statement names;
    private final Statement apart;
    private final Statement ofNames;

    FiledNames(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.names = cypher.get("duplicates/names-of-fields");
        this.apart = cypher.get("duplicates/fields-apart");
        this.ofNames = cypher.get("duplicates/filed-names-of");
    }

    /// By a name as names are compared, the keys of the elements under which fields of that name are filed, and how
    /// many.
    ///
    /// @param represented of the whole graph
    /// @param most        of how many names: those that are filed most
    Map<String, Map<String, Long>> all(Represented represented, int most) {
        var notCounted = new BitSet();
        apart.each(
                graph,
                Map.of(),
                row -> notCounted.set(Math.toIntExact(row.get(0).asLong())));
        var counts = new Counts();
        names.each(graph, Map.of(), row -> {
            var node = Math.toIntExact(row.get(1).asLong());
            if (!notCounted.get(node)) {
                counts.name(row.get(0).asString());
                represented.each(node, counts::element);
            }
        });
        return counts.most(most);
    }

    /// As [#all(Represented, int)], of some names.
    ///
    /// @param some as names are compared
    Map<String, Map<String, Long>> of(Collection<String> some) {
        var filed = new HashMap<String, Map<String, Long>>();
        ofNames.each(
                graph,
                Map.of("names", List.copyOf(some)),
                row -> filed.computeIfAbsent(row.get("name").asString(), name -> new HashMap<>(2))
                        .merge(row.get("element").asString(), row.get("fields").asLong(), Long::sum));
        return filed;
    }

    /// Counts names that come one after another.
    private static final class Counts {

        private final Map<String, Map<String, Long>> counted = new HashMap<>();
        private String last = "";
        private Map<String, Long> ofLast = new HashMap<>();
        private boolean isIn;

        /// @param key what the elements after it are of
        void name(String key) {
            if (!key.equals(last)) {
                last = key;
                ofLast = new HashMap<>(2);
                isIn = false;
            }
        }

        void element(String element) {
            if (!isIn) {
                isIn = true;
                var name = last.indexOf('~') < 0 ? last : SECOND.matcher(last).replaceFirst("");
                ofLast = counted.computeIfAbsent(name, any -> ofLast);
            }
            ofLast.merge(element, 1L, Long::sum);
        }

        Map<String, Map<String, Long>> most(int most) {
            if (counted.size() <= most) {
                return counted;
            }
            var sums = new HashMap<String, Long>();
            counted.forEach((name, under) -> sums.put(
                    name, under.values().stream().mapToLong(Long::longValue).sum()));
            var left = new HashMap<String, Map<String, Long>>();
            sums.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey(Codes.ORDER)))
                    .limit(most)
                    .forEach(one -> left.put(one.getKey(), counted.get(one.getKey())));
            return left;
        }
    }
}
