package yuanliu.duplicates;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;

/// Which field represents which elements, by the numbers that the fields' nodes have: read of a whole graph once, as it
/// lies in the store. What came afterwards is left to the next time.
final class Represented {

    private final Scenes.Keys elements = new Scenes.Keys();

    /// Of each field, the place of its first element.
    private final Scenes.Nodes first = new Scenes.Nodes();

    /// Of the few fields that represent several, the places of the others.
    private final Map<Long, IntArrayList> others = new HashMap<>();

    private Represented() {}

    record Statements(Statement elementNodes, Statement represented) {

        static Statements of(CypherLibrary cypher) {
            return new Statements(cypher.get("duplicates/element-nodes"), cypher.get("duplicates/represented"));
        }

        Represented read(Neo4jClient graph) {
            var read = new Represented();
            var inOrder = new TreeMap<String, Long>(Codes.ORDER);
            elementNodes.each(
                    graph,
                    Map.of(),
                    row -> inOrder.put(row.get(1).asString(), row.get(0).asLong()));
            inOrder.forEach((key, node) -> read.elements.put(node, key));
            represented.each(graph, Map.of(), row -> {
                var element = row.get(1).asLong();
                read.take(row.get(0).asLong(), read.elements.place(element));
            });
            return read;
        }
    }

    private void take(long field, int element) {
        var before = first.get(field);
        if (element < 0) {
            return;
        }
        first.putLeast(field, element);
        if (before >= 0) {
            others.computeIfAbsent(field, any -> new IntArrayList(1)).add(Math.max(before, element));
        }
    }

    /// The key of a field's element, of several the first; null when it has none.
    @Nullable
    String firstOf(long field) {
        return elements.at(first.get(field));
    }

    /// Takes the keys of all elements of a field.
    void each(long field, Consumer<String> take) {
        var one = firstOf(field);
        if (one != null) {
            take.accept(one);
            var more = others.get(field);
            if (more != null) {
                more.forEach(place -> take.accept(Objects.requireNonNull(elements.at(place))));
            }
        }
    }
}
