package yuanliu.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import yuanliu.web.Codes;

/// Which departments are of one line (条线): those that are joined by 业务指导, directly or by way of others.
public final class DepartmentLines {

    private DepartmentLines() {}

    /// As [#of(Map)], of rows that each tell a `department` with its key, and the keys of its `guides`.
    public static Map<String, String> of(Collection<Record> rows) {
        var guides = new HashMap<String, List<String>>();
        rows.forEach(row -> guides.put(
                row.get("department").get("key").asString(), row.get("guides").asList(Value::asString)));
        return of(guides);
    }

    /// By each department the one whose key stands for its line: the first of all that are joined.
    ///
    /// @param guides by the key of a department, the keys of those that guide it
    public static Map<String, String> of(Map<String, ? extends Collection<String>> guides) {
        var leader = new HashMap<String, String>();
        guides.keySet().forEach(key -> leader.put(key, key));
        guides.forEach((key, above) -> above.forEach(guide -> {
            var one = leader(leader, key);
            var other = leader(leader, guide);
            var first = Codes.ORDER.compare(one, other) < 0;
            leader.put(first ? other : one, first ? one : other);
        }));
        var lines = new HashMap<String, String>();
        guides.keySet().forEach(key -> lines.put(key, leader(leader, key)));
        return lines;
    }

    private static String leader(Map<String, String> leader, String key) {
        var at = key;
        for (var next = leader.getOrDefault(at, at); !next.equals(at); next = leader.getOrDefault(at, at)) {
            at = next;
        }
        return at;
    }
}
