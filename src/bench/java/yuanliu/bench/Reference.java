package yuanliu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.web.Codes;

/// Answers the questions of the figures from the files of a generated package alone, in the plainest way. All of it is held
/// in memory, so it is for the smaller tiers.
///
/// It relies on what generated packages are like: everything is in use and in force today, rows of lineage are between
/// fields.
final class Reference {

    private record Resource(String department, String system) {}

    private record Agreement(String consumer, String system, long calls) {}

    private final Path folder;
    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> fieldsOf = new HashMap<>();
    private final Map<String, Map<String, Integer>> held = new HashMap<>();
    private final Map<String, List<String>> users = new HashMap<>();
    private final Map<String, List<String>> sources = new HashMap<>();
    private final Map<String, List<Agreement>> agreements = new HashMap<>();

    Reference(Path folder) {
        this.folder = folder;
        rows(
                "resources.csv",
                row -> resources.put(
                        key(row, "code"), new Resource(key(row, "provider"), key(row, "system"))));
        rows("fields.csv", this::field);
        rows("lineage.csv", row -> {
            var user = field(row, "resource", "field");
            var source = field(row, "fromResource", "fromField");
            users.computeIfAbsent(source, key -> new ArrayList<>()).add(user);
            sources.computeIfAbsent(user, key -> new ArrayList<>()).add(source);
        });
        rows(
                "sharing.csv",
                row -> agreements
                        .computeIfAbsent(key(row, "resource"), key -> new ArrayList<>())
                        .add(new Agreement(
                                key(row, "consumer"), key(row, "system"), Long.parseLong(row.getField("calls")))));
    }

    private void field(NamedCsvRecord row) {
        var key = field(row, "resource", "name");
        names.put(key, row.getField("name"));
        fieldsOf.computeIfAbsent(key(row, "resource"), resource -> new ArrayList<>())
                .add(key);
        var mode = AcquisitionMode.ofWord(row.getField("acquisition"));
        if (row.getField("qualifier").isEmpty()) {
            held.computeIfAbsent(key(row, "element"), element -> new TreeMap<>())
                    .merge(mode == null ? "" : mode.name(), 1, Integer::sum);
        }
    }

    /// The keys of all fields, in the order of the file.
    Collection<String> fields() {
        return names.keySet();
    }

    /// The keys of the resources that have users, most derived from first.
    List<String> mostUsed() {
        var derived = new HashMap<String, Integer>();
        users.forEach((source, all) -> derived.merge(owner(source), all.size(), Integer::sum));
        return derived.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    Questions.Reached reached(String field, boolean upstream) {
        var hops = new TreeMap<Integer, Integer>();
        var all = walk(List.of(field), upstream);
        all.values().forEach(hop -> hops.merge(hop, 1, Integer::sum));
        return new Questions.Reached(all.size(), hops);
    }

    Questions.Nodes nodes(String field, boolean upstream) {
        var all = walk(List.of(field), upstream);
        return new Questions.Nodes(
                all.size(),
                all.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry::getKey, Codes.ORDER))
                        .limit(Questions.FIRST_NODES)
                        .map(one -> new Questions.Node(
                                one.getValue(), one.getKey(), Objects.requireNonNull(names.get(one.getKey()))))
                        .toList());
    }

    /// Each thing that is reached, and over how many rows at the least.
    private Map<String, Integer> walk(Collection<String> starts, boolean upstream) {
        var hops = new LinkedHashMap<String, Integer>();
        starts.forEach(start -> hops.put(start, 0));
        var open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            var at = open.remove();
            var hop = Objects.requireNonNull(hops.get(at)) + 1;
            for (var next : (upstream ? sources : users).getOrDefault(at, List.of())) {
                if (hops.putIfAbsent(next, hop) == null) {
                    open.add(next);
                }
            }
        }
        starts.forEach(hops::remove);
        return hops;
    }

    Questions.Hit impactOfField(String field) {
        return impact(owner(field), List.of(field));
    }

    Questions.Hit impactOfResource(String resource) {
        return impact(resource, fieldsOf.getOrDefault(resource, List.of()));
    }

    /// What is used by agreement of the resource that is changed is hit at no distance.
    private Questions.Hit impact(String changed, Collection<String> starts) {
        var fields = walk(starts, false);
        var nearest = new HashMap<String, Integer>();
        fields.forEach((field, hop) -> nearest.merge(owner(field), hop, Math::min));
        var departments = new HashMap<String, Added>();
        var systems = new HashSet<String>();
        fields.forEach((field, hop) -> {
            var hit = of(departments, Objects.requireNonNull(resources.get(owner(field))).department(), hop);
            hit.fields++;
        });
        nearest.forEach((resource, hop) -> {
            var there = Objects.requireNonNull(resources.get(resource));
            var hit = of(departments, there.department(), hop);
            hit.resources++;
            add(there.system(), systems, hit.systems);
        });
        var touched = new HashSet<>(nearest.keySet());
        touched.add(changed);
        var sharings = 0;
        var calls = 0L;
        for (var resource : touched) {
            for (var use : agreements.getOrDefault(resource, List.of())) {
                sharings++;
                calls += use.calls();
                var hop = resource.equals(changed) ? 0 : Objects.requireNonNull(nearest.get(resource));
                var hit = of(departments, use.consumer(), hop);
                hit.sharings++;
                hit.calls += use.calls();
                add(use.system(), systems, hit.systems);
            }
        }
        var told = new TreeMap<String, Questions.DepartmentHit>(Comparator.naturalOrder());
        departments.forEach((department, hit) -> told.put(department, hit.told()));
        return new Questions.Hit(
                new Questions.Totals(
                        fields.size(), nearest.size(), systems.size(), departments.size(), 0, sharings, calls),
                told);
    }

    private static Added of(Map<String, Added> departments, String department, int hop) {
        var hit = departments.computeIfAbsent(department, key -> new Added());
        hit.hop = Math.min(hit.hop, hop);
        return hit;
    }

    private static void add(String system, Set<String> all, Set<String> own) {
        if (!system.isEmpty()) {
            all.add(system);
            own.add(system);
        }
    }

    /// What a department suffers, as it is added up.
    private static final class Added {

        private final Set<String> systems = new HashSet<>();
        private int hop = Integer.MAX_VALUE;
        private int fields;
        private int resources;
        private int sharings;
        private long calls;

        Questions.DepartmentHit told() {
            return new Questions.DepartmentHit(hop, fields, resources, systems.size(), sharings, calls);
        }
    }

    /// As [Questions#held(String, String)], of the unit of an element that has one subject.
    Map<String, Integer> held(String element) {
        return held.getOrDefault(element, Map.of());
    }

    /// The codes of the elements that are held, most holders first, and whose they are.
    List<String> mostHeld() {
        return held.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .sorted(Comparator.<Map.Entry<String, Map<String, Integer>>>comparingInt(one -> -one.getValue()
                                .values()
                                .stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String owner(String field) {
        return field.substring(0, field.indexOf('#'));
    }

    private static String key(NamedCsvRecord row, String column) {
        return Codes.key(row.getField(column));
    }

    private static String field(NamedCsvRecord row, String resource, String name) {
        return Codes.key(row.getField(resource) + "#" + row.getField(name));
    }

    private void rows(String file, Consumer<NamedCsvRecord> each) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            rows.forEach(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
