package yuanliu.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every list that people file of a generated government: how long its first page with its total takes, and all of it as
/// CSV; and a department at a glance.
///
/// `mvn -Pbench test -Dtest=ListsBench -Dbench.heap=2g`, with `-Dyuanliu.bench.tier=province`. A tier is filed once and found
/// the next time.
class ListsBench {

    private static final String TIER = System.getProperty("yuanliu.bench.tier", "province");

    @Test
    void everyList() throws Exception {
        var rows = new LinkedHashMap<String, String>();
        try (var product = FiledTier.of(TIER).open()) {
            for (var list : product.ask("{ filedLists { code question csv } }", Map.of()).path("filedLists")) {
                measure(
                        product,
                        list.path("code").asString(),
                        list.path("question").asString(),
                        list.path("csv").asString(),
                        rows);
            }
            profile(product, rows);
        }
        System.out.println("| 清单 list | 行 rows | 首页 first page ms | 全部 CSV, s | CSV, MiB |\n|---|---|---|---|---|");
        rows.values().forEach(System.out::println);
    }

    private static void measure(
            Product product, String code, String question, String csv, Map<String, String> rows) throws Exception {
        var filter = new HashMap<String, Object>();
        var query = "";
        if (code.equals("composition")) {
            filter.put("library", "人口库");
            query = "?library=%E4%BA%BA%E5%8F%A3%E5%BA%93";
        }
        var asked = Map.<String, Object>of("filter", filter, "first", 50);
        var began = System.nanoTime();
        try {
            var total = product.ask(question, asked).path("list").path("totalCount").asLong();
            var page = (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            var size = product.size(csv + query);
            var whole = (System.nanoTime() - began) / 1e9;
            rows.put(code, "| %s | %,d | %,.0f | %.1f | %.1f |".formatted(code, total, page, whole, size / 1048576.0));
        } catch (AssertionError refused) {
            rows.put(
                    code,
                    "| %s | – | %,.0f: %s | – | – |"
                            .formatted(code, (System.nanoTime() - began) / 1e6, refused.getMessage()));
        }
        System.out.println(rows.get(code));
    }

    private static void profile(Product product, Map<String, String> rows) throws Exception {
        var department = product.cypher(
                        "MATCH (department:Department) RETURN department.code AS code ORDER BY COUNT { (department)<-[:PROVIDED_BY]-() } DESC LIMIT 1",
                        Map.of())
                .getFirst()
                .get("code");
        var began = System.nanoTime();
        var counters = product.ask(
                        "query($department: String!) { departmentProfile(department: $department) { counters { code value } } }",
                        Map.of("department", department))
                .path("departmentProfile")
                .path("counters");
        rows.put(
                "profile",
                "| departmentProfile | %d | %,.0f | – | – |".formatted(counters.size(), (System.nanoTime() - began) / 1e6));
    }
}
