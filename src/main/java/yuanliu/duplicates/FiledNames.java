package yuanliu.duplicates;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Statement represented;
    private final Statement elements;
    private final Statement ofNames;

    FiledNames(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.names = cypher.get("duplicates/names-of-fields");
        this.apart = cypher.get("duplicates/fields-apart");
        this.represented = cypher.get("duplicates/represented");
        this.elements = cypher.get("duplicates/element-nodes");
        this.ofNames = cypher.get("duplicates/filed-names-of");
    }

    /// By a name as names are compared, the keys of the elements under which fields of that name are filed, and how
    /// many.
    ///
    /// @param most of how many names: those that are filed most
    Map<String, Map<String, Long>> all(int most) {
        var keys = new Scenes.Keys();
        elements.each(
                graph, Map.of(), row -> keys.put(row.get(0).asLong(), row.get(1).asString()));
        var elementOf = new Scenes.Nodes();
        var several = new HashMap<Integer, List<Integer>>();
        represented.each(graph, Map.of(), row -> {
            var node = row.get(0).asLong();
            var element = keys.place(row.get(1).asLong());
            if (element >= 0 && elementOf.get(node) < 0) {
                elementOf.put(node, element);
            } else if (element >= 0) {
                several.computeIfAbsent(Math.toIntExact(node), any -> new ArrayList<>())
                        .add(element);
            }
        });
        var notCounted = new BitSet();
        apart.each(
                graph,
                Map.of(),
                row -> notCounted.set(Math.toIntExact(row.get(0).asLong())));
        var counts = new Counts(keys);
        names.each(graph, Map.of(), row -> {
            var node = Math.toIntExact(row.get(1).asLong());
            var element = elementOf.get(node);
            if (element >= 0 && !notCounted.get(node)) {
                counts.of(row.get(0).asString(), element);
                several.getOrDefault(node, List.of()).forEach(counts::another);
            }
        });
        return counts.most(most);
    }

    /// As [#all(int)], of some names.
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

        private final Scenes.Keys keys;
        private final Map<String, Map<String, Long>> counted = new HashMap<>();
        private String last = "";
        private Map<String, Long> ofLast = new HashMap<>();

        Counts(Scenes.Keys keys) {
            this.keys = keys;
        }

        void of(String key, int element) {
            if (!key.equals(last)) {
                last = key;
                var name = key.indexOf('~') < 0 ? key : SECOND.matcher(key).replaceFirst("");
                ofLast = counted.computeIfAbsent(name, any -> new HashMap<>(2));
            }
            another(element);
        }

        void another(int element) {
            ofLast.merge(Objects.requireNonNull(keys.at(element)), 1L, Long::sum);
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
