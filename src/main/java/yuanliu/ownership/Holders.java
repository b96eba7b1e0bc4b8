package yuanliu.ownership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.memory.Image;
import yuanliu.memory.Memory;
import yuanliu.memory.Nodes;
import yuanliu.web.Codes;
import yuanliu.web.Page;
import yuanliu.web.Today;

/// Who holds a datum, and how each came by it. A unit may have hundreds of thousands of holders: those of a unit
/// without scope are counted and put in order in memory, where that answers, and only those that are shown are read.
@Component
@Transactional(readOnly = true)
class Holders {

    private static final List<String> WORDS = java.util.Arrays.stream(AcquisitionMode.values())
            .map(AcquisitionMode::word)
            .toList();

    private final Neo4jClient graph;
    private final Memory memory;
    private final Nodes nodes;
    private final Today today;
    private final Statement holders;
    private final Statement holdersAt;
    private final Statement counted;

    Holders(Neo4jClient graph, Memory memory, Nodes nodes, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.memory = memory;
        this.nodes = nodes;
        this.today = today;
        this.holders = cypher.get("ownership/holders");
        this.holdersAt = cypher.get("ownership/holders-at");
        this.counted = cypher.get("ownership/holders-counted");
    }

    /// The holders asked for: of units that the memory knows from there, of all others that are asked alike in one
    /// statement.
    Map<HoldersAsked, Page<Holder>> pages(Collection<HoldersAsked> asked) {
        var pages = new HashMap<HoldersAsked, Page<Holder>>();
        pages.putAll(remembered(asked));
        asked.stream()
                .filter(one -> !pages.containsKey(one))
                .collect(groupingBy(HoldersAsked::part))
                .forEach((part, alike) -> pages.putAll(byGraph(part, alike)));
        return pages;
    }

    /// How many hold each unit, by how they came by it: those ways that anybody has, in the order of the modes.
    Map<SourceUnit, List<Held>> counts(Collection<SourceUnit> units) {
        var counts = new HashMap<SourceUnit, List<Held>>();
        var known = lists(
                units,
                (unit, image, lists) -> lists.stream().map(IntArrayList::size).toList());
        known.forEach((unit, sizes) -> counts.put(unit, held(sizes)));
        var unknown = units.stream()
                .filter(unit -> !known.containsKey(unit))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            var sizes = new HashMap<String, int[]>();
            graph.query(counted.text())
                    .bind(unknown.stream().map(Holders::row).toList())
                    .to("units")
                    .fetchAs(String.class)
                    .mappedBy((types, row) -> {
                        var unit = row.get("unit").asString();
                        var word = row.get("acquisition").asString("");
                        var place = WORDS.indexOf(word) < 0 ? WORDS.size() : WORDS.indexOf(word);
                        sizes.computeIfAbsent(unit, any -> new int[WORDS.size() + 1])[place] +=
                                row.get("count").asInt();
                        return unit;
                    })
                    .all();
            unknown.forEach(unit -> counts.put(
                    unit,
                    held(java.util.Arrays.stream(sizes.getOrDefault(unit.key(), new int[WORDS.size() + 1]))
                            .boxed()
                            .toList())));
        }
        return counts;
    }

    private static List<Held> held(List<Integer> sizes) {
        var held = new ArrayList<Held>();
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i) > 0) {
                held.add(new Held(i < WORDS.size() ? AcquisitionMode.values()[i] : null, sizes.get(i)));
            }
        }
        return held;
    }

    private interface Question<T> {
        T of(SourceUnit unit, Image image, List<IntArrayList> lists);
    }

    /// What the memory says of units without scope; without those that it does not know.
    private <T> Map<SourceUnit, T> lists(Collection<SourceUnit> units, Question<T> question) {
        var day = today.date();
        var without = new LinkedHashSet<>(units);
        without.removeIf(unit -> unit.regionKey() != null);
        if (without.isEmpty() || !memory.answers(day)) {
            return Map.of();
        }
        var at = nodes.ofUnits(without.stream().map(SourceUnit::heldAs).toList());
        return memory.<Map<SourceUnit, T>>ask(day, image -> {
                    var answers = new HashMap<SourceUnit, T>();
                    for (var unit : without) {
                        var node = at.get(unit.heldAs());
                        if (node != null) {
                            answers.put(unit, question.of(unit, image, image.holders(node, WORDS)));
                        }
                    }
                    return answers;
                })
                .orElse(Map.of());
    }

    /// @param total of the list
    /// @param part  the nodes of the fields that are shown, and of one more
    private record Part(long total, List<Long> part) {}

    private Map<HoldersAsked, Page<Holder>> remembered(Collection<HoldersAsked> asked) {
        if (!memory.answers(today.date())) {
            return Map.of();
        }
        var after = nodes.ofFields(asked.stream()
                .map(one -> Codes.keyOrNull(one.part().afterCode()))
                .filter(Objects::nonNull)
                .collect(toSet()));
        var byUnit = asked.stream().collect(groupingBy(HoldersAsked::unit));
        var parts = new HashMap<HoldersAsked, Part>();
        lists(byUnit.keySet(), (unit, image, lists) -> {
            for (var one : Objects.requireNonNull(byUnit.get(unit))) {
                part(one.part(), after, image, lists).ifPresent(part -> parts.put(one, part));
            }
            return true;
        });
        var read = holdersAt(parts);
        var pages = new HashMap<HoldersAsked, Page<Holder>>();
        parts.forEach((one, part) -> {
            var shown = part.part().stream()
                    .map(read::get)
                    .filter(Objects::nonNull)
                    .map(holder -> new Holder(one.unit().key(), holder.asset(), holder.department()))
                    .toList();
            if (shown.size() == part.part().size()) {
                pages.put(one, Page.of(one.window(), shown, part.total(), HoldersAsked::place));
            }
        });
        return pages;
    }

    /// Empty where the list goes on behind something that is not in it.
    private static Optional<Part> part(
            HoldersAsked.Part asked, Map<String, Long> after, Image image, List<IntArrayList> lists) {
        var wanted = new ArrayList<Long>();
        var total = 0;
        var begun = asked.afterCode() == null;
        var behind = begun ? null : after.get(Codes.key(Objects.requireNonNull(asked.afterCode())));
        for (int mode = 0; mode < lists.size(); mode++) {
            if (asked.mode() != null
                    && (mode == WORDS.size() || !WORDS.get(mode).equals(asked.mode()))) {
                continue;
            }
            var list = lists.get(mode);
            total += list.size();
            if (!begun && asked.afterRank() != null && asked.afterRank() != mode) {
                continue;
            }
            for (int i = 0; i < list.size() && wanted.size() < asked.limit(); i++) {
                var node = image.fieldNode(list.getInt(i));
                if (begun) {
                    wanted.add(node);
                }
                begun |= behind != null && behind == node;
            }
        }
        return begun ? Optional.of(new Part(total, wanted)) : Optional.empty();
    }

    private Map<Long, Holder> holdersAt(Map<HoldersAsked, Part> parts) {
        var wanted = parts.values().stream()
                .flatMap(part -> part.part().stream())
                .distinct()
                .toList();
        var read = new HashMap<Long, Holder>();
        if (!wanted.isEmpty()) {
            graph.query(holdersAt.text())
                    .bind(wanted)
                    .to("nodes")
                    .fetchAs(Holder.class)
                    .mappedBy((types, row) -> {
                        var holder = new Holder(
                                "", DataField.from(row.get("asset")), Department.from(row.get("department")));
                        read.put(row.get("node").asLong(), holder);
                        return holder;
                    })
                    .all();
        }
        return read;
    }

    private Map<HoldersAsked, Page<Holder>> byGraph(HoldersAsked.Part part, List<HoldersAsked> alike) {
        var found = graph
                .query(holders.text())
                .bind(part.mode())
                .to("mode")
                .bind(part.afterRank())
                .to("afterRank")
                .bind(part.afterCode())
                .to("afterCode")
                .bind(part.limit())
                .to("limit")
                .bind(alike.stream().map(one -> row(one.unit())).toList())
                .to("units")
                .fetchAs(Found.class)
                .mappedBy((types, row) -> Found.from(row))
                .all()
                .stream()
                .collect(toMap(Found::unit, Function.identity()));
        var pages = new HashMap<HoldersAsked, Page<Holder>>();
        for (var one : alike) {
            var held = Objects.requireNonNull(found.get(one.unit().key()));
            pages.put(one, Page.of(one.window(), held.holders(), held.total(), HoldersAsked::place));
        }
        return pages;
    }

    /// A unit as statements ask for its holders.
    static Map<String, @Nullable Object> row(SourceUnit unit) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("key", unit.key());
        row.put("heldAs", unit.heldAs());
        row.put("region", unit.regionKey());
        return row;
    }

    private record Found(String unit, long total, List<Holder> holders) {

        static Found from(Record row) {
            var unit = row.get("unit").asString();
            return new Found(
                    unit,
                    row.get("total").asLong(),
                    row.get("holders")
                            .asList(holder -> new Holder(
                                    unit,
                                    DataField.from(holder.get("asset")),
                                    Department.from(holder.get("department")))));
        }
    }
}
