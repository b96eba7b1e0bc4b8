package yuanliu.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import yuanliu.web.Codes;

/// The questions of the figures, as they are asked over GraphQL, and what their answers say. What is answered is named by
/// its key, for codes are told as filed.
final class Questions {

    static final int FIRST_NODES = 100;
    static final int FIRST_DEPARTMENTS = 50;

    private static final String REACHED =
            "query($of: String!) { lineage(of: {dataField: $of}, direction: %s) { count hops { hop count } completeness { complete } } }";
    private static final String NODES =
            "query($of: String!) { lineage(of: {dataField: $of}, direction: %s) { count nodes(first: %d) { nodes { hop asset { code name } } } } }";
    private static final String IMPACT = """
            query($of: String!, $first: Int!) { impact(of: {%s: $of}, change: STOP) {
              totals { fields dataResources systems departments forms sharings calls }
              departments(first: $first) { totalCount nodes {
                department { code name } severity nearestHop fields dataResources systems sharings calls } } } }""";
    private static final String HELD =
            "query($element: String!, $subject: String) { sourceUnit(element: $element, subject: $subject) { code state held { mode count } } }";
    private static final String SEARCH =
            "query($text: String!) { search(text: $text, first: 20) { nodes { __typename code name } } }";
    private static final String FIELD =
            "query($code: String!) { dataField(code: $code) { code name element { code name } department { name } } }";
    private static final String RESOURCE =
            "query($code: String!) { dataResource(code: $code) { code name department { code name } fields(first: 20) { nodes { code name } } } }";

    /// Whoever answers.
    interface Asked {
        JsonNode ask(String query, Map<String, ?> variables) throws Exception;
    }

    /// @param hops how many lie at each distance
    record Reached(int count, Map<Integer, Integer> hops) {}

    /// @param first the first of them, nearest first, then by code
    record Nodes(int count, List<Node> first) {}

    record Node(int hop, String key, String name) {}

    record Totals(int fields, int resources, int systems, int departments, int forms, int sharings, long calls) {}

    record DepartmentHit(int nearestHop, int fields, int resources, int systems, int sharings, long calls) {}

    /// @param departments by their keys, those that were asked for
    record Hit(Totals totals, Map<String, DepartmentHit> departments) {}

    private final Asked asked;

    Questions(Asked asked) {
        this.asked = asked;
    }

    Reached reached(String field, boolean upstream) throws Exception {
        var lineage = asked.ask(REACHED.formatted(way(upstream)), Map.of("of", field))
                .path("lineage");
        if (!lineage.path("completeness").path("complete").asBoolean()) {
            throw new AssertionError(field + " " + lineage);
        }
        var hops = new TreeMap<Integer, Integer>();
        for (var hop : lineage.path("hops")) {
            hops.put(hop.path("hop").asInt(), hop.path("count").asInt());
        }
        return new Reached(lineage.path("count").asInt(), hops);
    }

    Nodes nodes(String field, boolean upstream) throws Exception {
        var lineage = asked.ask(NODES.formatted(way(upstream), FIRST_NODES), Map.of("of", field))
                .path("lineage");
        var first = new ArrayList<Node>();
        for (var node : lineage.path("nodes").path("nodes")) {
            first.add(new Node(
                    node.path("hop").asInt(),
                    Codes.key(node.path("asset").path("code").asString()),
                    node.path("asset").path("name").asString()));
        }
        return new Nodes(lineage.path("count").asInt(), first);
    }

    Hit impactOfField(String field, int departments) throws Exception {
        return impact("dataField", field, departments);
    }

    Hit impactOfResource(String resource, int departments) throws Exception {
        return impact("dataResource", resource, departments);
    }

    private Hit impact(String kind, String of, int departments) throws Exception {
        var impact = asked.ask(IMPACT.formatted(kind), Map.of("of", of, "first", departments))
                .path("impact");
        var totals = impact.path("totals");
        var hit = new LinkedHashMap<String, DepartmentHit>();
        for (var one : impact.path("departments").path("nodes")) {
            hit.put(
                    Codes.key(one.path("department").path("code").asString()),
                    new DepartmentHit(
                            one.path("nearestHop").asInt(),
                            one.path("fields").asInt(),
                            one.path("dataResources").asInt(),
                            one.path("systems").asInt(),
                            one.path("sharings").asInt(),
                            one.path("calls").asLong()));
        }
        return new Hit(
                new Totals(
                        totals.path("fields").asInt(),
                        totals.path("dataResources").asInt(),
                        totals.path("systems").asInt(),
                        totals.path("departments").asInt(),
                        totals.path("forms").asInt(),
                        totals.path("sharings").asInt(),
                        totals.path("calls").asLong()),
                hit);
    }

    /// How many hold a unit, by the names of the modes of acquisition; by the empty name those that tell none.
    Map<String, Integer> held(String element, String subject) throws Exception {
        var variables = new HashMap<String, Object>(Map.of("element", element));
        if (!subject.isEmpty()) {
            variables.put("subject", subject);
        }
        var unit = asked.ask(HELD, variables).path("sourceUnit");
        var held = new TreeMap<String, Integer>();
        for (var one : unit.path("held")) {
            held.put(
                    one.path("mode").isNull() ? "" : one.path("mode").asString(),
                    one.path("count").asInt());
        }
        return held;
    }

    /// How many of the first twenty are found by a word.
    int found(String text) throws Exception {
        return asked.ask(SEARCH, Map.of("text", text))
                .path("search")
                .path("nodes")
                .size();
    }

    /// Whether a field is there.
    boolean knowsField(String code) throws Exception {
        return !asked.ask(FIELD, Map.of("code", code)).path("dataField").isNull();
    }

    /// Whether a resource is there.
    boolean knowsResource(String code) throws Exception {
        return !asked.ask(RESOURCE, Map.of("code", code)).path("dataResource").isNull();
    }

    private static String way(boolean upstream) {
        return upstream ? "UPSTREAM" : "DOWNSTREAM";
    }
}
