package yuanliu.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Kind;
import yuanliu.memory.Flow;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;
import yuanliu.memory.Nodes;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What the memory answers is what the graph answers, on the graphs on which that is held to a naive reference.
class LineageInMemoryTests extends RandomGraphs {

    @Autowired
    private Derivations derivations;

    @Autowired
    private Memory memory;

    @Autowired
    private Nodes nodes;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Today today;

    @BeforeEach
    void read() throws InterruptedException {
        LookedAt.now(memory);
    }

    @AfterAll
    void forget() {
        LookedAt.noMore(memory);
    }

    @Test
    void fieldsAreReachedAtTheSameHopsAndEndAtTheSameFields() {
        var reached = 0;
        var starts = starts();
        for (var sort : List.of("field", "element", "resource", "form", "system", "department")) {
            for (var direction : LineageDirection.values()) {
                for (var maxHops : new Integer[] {null, 1, 3}) {
                    var begun = begun(starts, sort, Grain.FIELD);
                    var graph = derivations.reach(
                            begun.from(), begun.asked(), direction, Grain.FIELD, maxHops, today.date());
                    var at = nodes.ofFields(begun.from().fields()).values();
                    var remembered = memory.ask(today.date(), image -> Remembered.of(image, at, direction, maxHops))
                            .orElseThrow();
                    assertThat(remembered.count()).isEqualTo(graph.count());
                    assertThat(remembered.omitted()).isEqualTo(graph.omitted());
                    assertThat(remembered.countsByHop()).isEqualTo(graph.countsByHop());
                    var codes = codes();
                    assertThat(Objects.requireNonNull(remembered.after(0, -1, Integer.MAX_VALUE)))
                            .extracting(one -> one.hop() + " " + codes.get(one.node()))
                            .containsExactlyElementsOf(graph.reached().stream()
                                    .map(one -> one.hop() + " " + one.code())
                                    .toList());
                    assertThat(Objects.requireNonNull(remembered.endsAfter(-1, Integer.MAX_VALUE)))
                            .extracting(one -> codes.get(one.node()))
                            .containsExactlyElementsOf(graph.ends().stream()
                                    .map(Reach.Reached::code)
                                    .toList());
                    reached += graph.count();
                }
            }
        }
        assertThat(reached).isGreaterThan(GRAPHS * 5);
    }

    private List<Map<String, RandomLineage.Start>> starts() {
        var starts = new ArrayList<Map<String, RandomLineage.Start>>();
        graphs.forEach(one -> starts.add(one.starts()));
        return starts;
    }

    private Map<Long, String> codes() {
        return run("MATCH (n:DataField|DataResource|Form) RETURN id(n) AS id, n.code AS code").stream()
                .collect(Collectors.toMap(row -> (Long) row.get("id"), row -> (String) row.get("code")));
    }

    /// By fields and by wholes, as impacts go: every field and every whole at the same hop, by the same row.
    @Test
    void wholesAreWalkedByTheSameRows() {
        var codes = codes();
        var wholes = 0;
        for (var sort : List.of("field", "element", "resource", "form", "system", "department")) {
            var begun = begun(starts(), sort, Grain.RESOURCE);
            var start = begun.from();
            var walk = new Walk(
                    start, LineageDirection.DOWNSTREAM, recorded.all(LineageDirection.DOWNSTREAM, today.date()));
            var graph = new Numbered(walk);
            var fields = nodes.ofFields(start.fields()).values();
            var owners = new ArrayList<>(
                    nodes.ofResources(Recorded.keys(start.owners(), false)).values());
            owners.addAll(nodes.ofForms(Recorded.keys(start.owners(), true)).values());
            var beginning = new Beginning(start.fields(), fields, start.whole() ? owners : List.of(), start.whole());
            var told = memory.ask(today.date(), image -> {
                        var walked = Objects.requireNonNull(beginning.downstream(image, true));
                        return described(walked.flow(), new Called() {
                            @Override
                            public String field(int field) {
                                return called(
                                        codes, image.fieldNode(walked.fields().getInt(field)));
                            }

                            @Override
                            public String owner(int owner) {
                                return called(
                                        codes, image.ownerNode(walked.owners().getInt(owner)));
                            }
                        });
                    })
                    .orElseThrow();
            var expected = described(graph.flow(), new Called() {
                @Override
                public String field(int field) {
                    return graph.field(field).key();
                }

                @Override
                public String owner(int owner) {
                    return graph.owner(owner).key();
                }
            });
            assertThat(told).as(sort).isEqualTo(expected);
            wholes += (int) expected.keySet().stream()
                    .filter(key -> key.startsWith("whole"))
                    .count();
        }
        assertThat(wholes).isGreaterThan(GRAPHS / 2);
    }

    @Autowired
    private Recorded recorded;

    private static String called(Map<Long, String> codes, long node) {
        return Objects.requireNonNull(codes.get(node));
    }

    private interface Called {
        String field(int field);

        String owner(int owner);

        default String at(int place) {
            return place >= 0 ? field(place) : "=" + owner(~place);
        }
    }

    private static TreeMap<String, String> described(Flow flow, Called called) {
        var told = new TreeMap<String, String>();
        for (int field = 0; field < flow.size(); field++) {
            told.put(
                    "field " + called.field(field),
                    flow.hop(field) + " of " + (flow.owner(field) == Flow.NONE ? "" : called.owner(flow.owner(field)))
                            + by(flow, flow.by(field), called));
        }
        flow.eachWhole(owner ->
                told.put("whole " + called.owner(owner), flow.wholeHop(owner) + by(flow, flow.wholeBy(owner), called)));
        var links = new TreeSet<String>();
        var starts = new HashSet<String>();
        for (int link = 0; link < flow.links(); link++) {
            links.add(called.at(flow.linkFrom(link)) + " > " + called.at(flow.linkTo(link)));
        }
        for (int owner = 0; owner < flow.owners(); owner++) {
            if (flow.isStart(owner)) {
                starts.add(called.owner(owner));
            }
        }
        told.put("links " + flow.links(), links.toString());
        told.put("starts", new TreeSet<>(starts).toString());
        return told;
    }

    private static String by(Flow flow, int link, Called called) {
        return link == Flow.NONE ? "" : " by " + called.at(flow.linkFrom(link));
    }

    /// What is shown of a page, and how one comes from page to page.
    @Test
    void pagesAreTheSame() {
        for (var one : graphs.subList(0, Math.min(60, graphs.size()))) {
            var start = one.starts().get("element");
            if (start == null) {
                continue;
            }
            var of = catalog.find(Kind.DATA_FIELD, start.fields().iterator().next())
                    .orElseThrow();
            for (var direction : LineageDirection.values()) {
                var remembered = derivations.lineage(of, direction, Grain.FIELD, null);
                assertThat(remembered.remembered()).isNotNull();
                LookedAt.noMore(memory);
                var graph = derivations.lineage(of, direction, Grain.FIELD, null);
                assertThat(graph.remembered()).isNull();
                assertThat(nodes(remembered))
                        .as("%s of %s", direction, of.code())
                        .isEqualTo(nodes(graph));
                assertThat(ends(remembered)).isEqualTo(ends(graph));
                assertThat(derivations
                                .edges(remembered, Window.of("e", 500, null))
                                .getNodes())
                        .isEqualTo(derivations
                                .edges(graph, Window.of("e", 500, null))
                                .getNodes());
                LookedAt.again(memory);
            }
        }
    }

    private List<String> nodes(Lineage lineage) {
        var all = new ArrayList<String>();
        String after = null;
        do {
            Page<LineageNode> page = derivations.nodes(lineage, Window.of("n", 2, after), false);
            all.add("of " + page.getTotalCount());
            page.getNodes().forEach(node -> all.add("%d %s %s".formatted(node.hop(), node.asset(), node.steps())));
            var info = page.getPageInfo();
            after = info.isHasNextPage()
                    ? Objects.requireNonNull(info.getEndCursor()).getValue()
                    : null;
        } while (after != null);
        return all;
    }

    private List<String> ends(Lineage lineage) {
        var all = new ArrayList<String>();
        String after = null;
        do {
            var page = derivations.ends(lineage, Window.of("e", 2, after), false);
            all.add("of " + page.getTotalCount());
            page.getNodes().forEach(end -> all.add(end.toString()));
            var info = page.getPageInfo();
            after = info.isHasNextPage()
                    ? Objects.requireNonNull(info.getEndCursor()).getValue()
                    : null;
        } while (after != null);
        return all;
    }
}
