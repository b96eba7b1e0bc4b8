package yuanliu.impact;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongComparator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.memory.Image;
import yuanliu.memory.Nodes;
import yuanliu.web.Codes;

/// What is meant by the numbers of a walk in memory: it is read from the graph when it is asked for.
final class CalledByMemory implements Called {

    private static final int AT_ONCE = 10_000;

    /// The statements that tell what is at nodes.
    record Statements(
            Neo4jClient graph,
            Nodes nodes,
            Statement fields,
            Statement owners,
            Statement agreements,
            Statement systems) {

        static Statements of(Neo4jClient graph, Nodes nodes, CypherLibrary cypher) {
            return new Statements(
                    graph,
                    nodes,
                    cypher.get("impact/fields-at"),
                    cypher.get("impact/owners-at"),
                    cypher.get("impact/agreements-at"),
                    cypher.get("impact/systems"));
        }
    }

    private record Name(String key, String code) {}

    private final Statements statements;
    private final IntArrayList fieldsInImage;
    private final IntArrayList ownersInImage;
    private final int[] fieldNodes;
    private final int[] ownerNodes;
    private final Image.Uses uses;
    private final IntComparator byFieldCode;
    private final IntComparator byOwnerCode;
    private final Long2ObjectOpenHashMap<Name> names = new Long2ObjectOpenHashMap<>();
    private final Map<String, String> systemCodes = new HashMap<>();

    /// While the image is read.
    ///
    /// @param more fields beside those that were walked, numbered after them
    CalledByMemory(Statements statements, Image image, Image.Walked walked, IntArrayList more, Image.Uses uses) {
        this.statements = statements;
        this.fieldsInImage = walked.fields();
        this.fieldsInImage.addAll(more);
        this.ownersInImage = walked.owners();
        this.uses = uses;
        this.byFieldCode = image.fieldsByCode();
        this.byOwnerCode = image.ownersByCode();
        this.fieldNodes = image.fieldNodes();
        this.ownerNodes = image.ownerNodes();
    }

    private long fieldNode(int field) {
        return fieldNodes[fieldsInImage.getInt(field)];
    }

    private long ownerNode(int owner) {
        return ownerNodes[ownersInImage.getInt(owner)];
    }

    @Override
    public void look(IntCollection fields, IntCollection owners) {
        read(statements.fields(), fields.intStream().mapToLong(this::fieldNode));
        read(statements.owners(), owners.intStream().mapToLong(this::ownerNode));
    }

    private void read(Statement statement, LongStream nodes) {
        var unread = nodes.filter(node -> !names.containsKey(node))
                .distinct()
                .boxed()
                .toList();
        for (int from = 0; from < unread.size(); from += AT_ONCE) {
            statements
                    .graph()
                    .query(statement.text())
                    .bind(unread.subList(from, Math.min(unread.size(), from + AT_ONCE)))
                    .to("nodes")
                    .fetchAs(Name.class)
                    .mappedBy((types, row) -> name(row))
                    .all();
        }
    }

    private Name name(Record row) {
        var key = row.get("key").asString();
        var name = new Name(key, row.containsKey("code") ? row.get("code").asString() : key);
        names.put(row.get("node").asLong(), name);
        return name;
    }

    private Name name(Statement statement, long node) {
        var name = names.get(node);
        if (name == null) {
            read(statement, LongStream.of(node));
            name = names.get(node);
        }
        if (name == null) {
            throw new IllegalStateException("A node went while its impact was shown");
        }
        return name;
    }

    @Override
    public String fieldKey(int field) {
        return name(statements.fields(), fieldNode(field)).key();
    }

    @Override
    public String fieldCode(int field) {
        return name(statements.fields(), fieldNode(field)).code();
    }

    @Override
    public String ownerKey(int owner) {
        return name(statements.owners(), ownerNode(owner)).key();
    }

    @Override
    public String ownerCode(int owner) {
        return name(statements.owners(), ownerNode(owner)).code();
    }

    @Override
    public int field(String key) {
        var node = statements.nodes().ofFields(List.of(key)).get(key);
        return node == null ? -1 : place(fieldsInImage, fieldNodes, node);
    }

    @Override
    public int owner(boolean form, String key) {
        var nodes = form
                ? statements.nodes().ofForms(List.of(key))
                : statements.nodes().ofResources(List.of(key));
        var node = nodes.get(key);
        return node == null ? -1 : place(ownersInImage, ownerNodes, node);
    }

    private static int place(IntArrayList numbers, int[] nodes, long node) {
        for (int place = 0; place < numbers.size(); place++) {
            if (nodes[numbers.getInt(place)] == node) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public String agreement(long agreement) {
        return name(statements.agreements(), agreement).key();
    }

    @Override
    public void lookSystems(Collection<String> keys) {
        var unread = keys.stream().filter(key -> !systemCodes.containsKey(key)).toList();
        if (!unread.isEmpty()) {
            statements
                    .graph()
                    .query(statements.systems().text())
                    .bind(List.copyOf(unread))
                    .to("keys")
                    .fetchAs(String.class)
                    .mappedBy((types, row) -> {
                        var system = row.get("system");
                        systemCodes.put(
                                system.get("key").asString(), system.get("code").asString());
                        return system.get("key").asString();
                    })
                    .all();
        }
    }

    @Override
    public String systemCode(String key) {
        lookSystems(List.of(key));
        var code = systemCodes.get(key);
        if (code == null) {
            throw new IllegalStateException("The system %s went while its impact was shown".formatted(key));
        }
        return code;
    }

    @Override
    public IntComparator fieldsByCode() {
        return (one, other) -> byFieldCode.compare(fieldsInImage.getInt(one), fieldsInImage.getInt(other));
    }

    @Override
    public IntComparator ownersByCode() {
        return (one, other) -> byOwnerCode.compare(ownersInImage.getInt(one), ownersInImage.getInt(other));
    }

    @Override
    public LongComparator agreementsByKey() {
        read(statements.agreements(), IntStream.range(0, uses.size()).mapToLong(uses::agreement));
        return (one, other) -> Codes.ORDER.compare(agreement(one), agreement(other));
    }
}
