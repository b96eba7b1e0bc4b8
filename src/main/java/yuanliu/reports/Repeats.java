package yuanliu.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// Which entries are another's over again, so that an account counts each once.
///
/// Entries are one when they bear the same 目录代码, when a finding says that one entry was filed several times, or when
/// one was handed to another level under its name. Of those that are one, one counts: the one that a finding keeps,
/// else one in use, not the data authority's, from which others are drawn, with the smallest code.
@Component
class Repeats {

    private final Asking asking;
    private final Today today;
    private final Statement codes;
    private final Statement findings;
    private final Statement cascaded;
    private final Statement ranks;

    Repeats(Asking asking, Today today, CypherLibrary cypher) {
        this.asking = asking;
        this.today = today;
        this.codes = cypher.get("reports/repeated-codes");
        this.findings = cypher.get("reports/repeated-findings");
        this.cascaded = cypher.get("reports/cascaded");
        this.ranks = cypher.get("reports/entry-ranks");
    }

    /// That an entry is another's over again.
    ///
    /// @param entry  key of the one that is not counted
    /// @param counted key of the one that is
    record Repeat(String entry, String counted, List<String> reasons) {}

    /// By the key of each entry that is not counted, in the order of the keys.
    Map<String, Repeat> find() {
        var groups = new Groups();
        var keepers = new HashSet<String>();
        var copies = new HashSet<String>();
        asking.each(codes, Map.of(), row -> {
            var entries = row.get("entries").asList(Value::asString);
            entries.forEach(entry -> groups.join(
                    entries.getFirst(),
                    entry,
                    "目录代码同为 %s".formatted(row.get("code").asString())));
        });
        asking.each(findings, Map.of(), row -> {
            var entries = row.get("entries").asList(Value::asString);
            keepers.addAll(row.get("keepers").asList(Value::asString));
            entries.forEach(entry -> groups.join(
                    entries.getFirst(),
                    entry,
                    "疑点 %s：重复的目录".formatted(row.get("code").asString())));
        });
        asking.each(cascaded, Map.of("day", today.date()), row -> {
            var copy = row.get("copy").asString();
            copies.add(copy);
            groups.join(row.get("original").asString(), copy, "同名目录在不同层级之间汇聚或下发");
        });
        return told(groups, keepers, copies);
    }

    private Map<String, Repeat> told(Groups groups, Set<String> keepers, Set<String> copies) {
        var known = new HashMap<String, Rank>();
        asking.each(
                ranks,
                Map.of("keys", List.copyOf(groups.members())),
                row -> known.put(
                        row.get("key").asString(),
                        new Rank(
                                row.get("key").asString(),
                                row.get("code").asString(),
                                row.get("authority").asBoolean(),
                                row.get("live").asBoolean())));
        var repeats = new TreeMap<String, Repeat>(Codes.ORDER);
        var order = Comparator.comparing((Rank rank) -> !keepers.contains(rank.key()))
                .thenComparing(rank -> !rank.live())
                .thenComparing(Rank::authority)
                .thenComparing(rank -> copies.contains(rank.key()))
                .thenComparing(Rank::code, Codes.ORDER);
        groups.all().forEach(members -> {
            var ranked = members.stream()
                    .filter(known::containsKey)
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .sorted(order)
                    .toList();
            ranked.stream()
                    .skip(1)
                    .forEach(rank -> repeats.put(
                            rank.key(), new Repeat(rank.key(), ranked.getFirst().key(), groups.reasons(rank.key()))));
        });
        return repeats;
    }

    private record Rank(String key, String code, boolean authority, boolean live) {}

    /// Things joined two by two.
    private static final class Groups {

        private final Map<String, String> above = new LinkedHashMap<>();
        private final Map<String, Set<String>> reasons = new HashMap<>();

        void join(String one, String other, String reason) {
            if (one.equals(other)) {
                above.putIfAbsent(one, one);
                reasons.computeIfAbsent(one, key -> new java.util.TreeSet<>()).add(reason);
                return;
            }
            above.put(top(one), top(other));
            for (var member : List.of(one, other)) {
                reasons.computeIfAbsent(member, key -> new java.util.TreeSet<>())
                        .add(reason);
            }
        }

        private String top(String member) {
            var at = member;
            var up = above.putIfAbsent(at, at);
            while (up != null && !up.equals(at)) {
                at = up;
                up = above.get(at);
            }
            above.put(member, at);
            return at;
        }

        Set<String> members() {
            return above.keySet();
        }

        List<String> reasons(String member) {
            return List.copyOf(reasons.getOrDefault(member, Set.of()));
        }

        Iterable<List<String>> all() {
            var groups = new LinkedHashMap<String, List<String>>();
            for (var member : List.copyOf(above.keySet())) {
                groups.computeIfAbsent(top(member), key -> new ArrayList<>()).add(member);
            }
            return groups.values();
        }
    }
}
