package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A small random catalogue with its lineage, and the naive answers to what is asked of it: distances that are relaxed
/// until nothing changes, and for each place a walk that remembers whether it has been outside.
final class RandomLineage {

    static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    /// A 血缘 row; its ends are field codes, or codes of resources and forms.
    record Row(
            String source,
            String user,
            String edge,
            boolean whole,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Double confidence,
            String rule) {

        boolean holds(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || day.isBefore(to));
        }
    }

    record Owner(
            String code,
            boolean form,
            @Nullable String system,
            @Nullable String department,
            List<String> fields) {}

    /// What is asked of.
    ///
    /// @param whole whether the owners themselves are asked of
    /// @param asked the code of the thing, when it is a system or department
    record Start(
            Set<String> fields,
            Set<String> owners,
            boolean whole,
            @Nullable String asked) {}

    record Answer(Map<String, Integer> hops, Set<String> ends, Set<String> edges) {}

    final String prefix;
    final Map<String, Owner> owners = new LinkedHashMap<>();
    final Map<String, String> ownerOf = new LinkedHashMap<>();
    final List<String> loose = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    private final Random random;

    RandomLineage(long seed) {
        this.prefix = "g%d-".formatted(seed);
        this.random = new Random(seed);
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            owner("R" + i, false);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            owner("B" + i, true);
        }
        if (random.nextInt(4) == 0) {
            loose.add(prefix + "L");
        }
        var fields = fields();
        for (int i = fields.isEmpty() ? 0 : random.nextInt(fields.size() * 2 + 1); i > 0; i--) {
            rows.add(row(one(fields), one(fields), "f" + i, false));
        }
        var resources = owners.values().stream()
                .filter(owner -> !owner.form())
                .map(Owner::code)
                .toList();
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.add(row(one(resources), one(List.copyOf(owners.keySet())), "w" + i, true));
        }
    }

    private void owner(String name, boolean form) {
        var code = prefix + name;
        var fields = new ArrayList<String>();
        for (int f = random.nextInt(4); f > 0; f--) {
            fields.add(code + "#" + f);
            ownerOf.put(code + "#" + f, code);
        }
        owners.put(code, new Owner(code, form, placed("S"), placed("D"), fields));
    }

    private @Nullable String placed(String kind) {
        var which = random.nextInt(4);
        return which == 3 ? null : prefix + kind + which;
    }

    private Row row(String source, String user, String edge, boolean whole) {
        var from = random.nextInt(3) == 0 ? null : FIRST.plusDays(random.nextInt(400));
        var to = random.nextInt(3) == 0 ? (from == null ? FIRST : from).plusDays(1 + random.nextInt(400)) : null;
        var confidence = random.nextBoolean() ? null : 0.1 * (1 + random.nextInt(9));
        return new Row(source, user, prefix + edge, whole, from, to, confidence, "规则" + random.nextInt(2));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    List<String> fields() {
        var fields = new ArrayList<>(ownerOf.keySet());
        fields.addAll(loose);
        return fields;
    }

    Set<String> codes(boolean systems) {
        var codes = new TreeSet<String>();
        owners.values().forEach(owner -> {
            var code = systems ? owner.system() : owner.department();
            if (code != null) {
                codes.add(code);
            }
        });
        return codes;
    }

    /// One start of each sort that this graph has: a field, two fields, a resource, a form, a system, a department.
    Map<String, Start> starts() {
        var starts = new LinkedHashMap<String, Start>();
        var fields = fields();
        if (!fields.isEmpty()) {
            starts.put("field", start(Set.of(one(fields))));
            starts.put("element", start(new HashSet<>(List.of(one(fields), one(fields)))));
        }
        owners.values().stream()
                .filter(owner -> !owner.form())
                .findFirst()
                .ifPresent(one -> starts.put("resource", whole(List.of(one), null)));
        owners.values().stream()
                .filter(Owner::form)
                .findFirst()
                .ifPresent(one -> starts.put("form", whole(List.of(one), null)));
        codes(true).stream()
                .findFirst()
                .ifPresent(code -> starts.put(
                        "system",
                        whole(
                                owners.values().stream()
                                        .filter(owner -> code.equals(owner.system()))
                                        .toList(),
                                code)));
        codes(false).stream()
                .findFirst()
                .ifPresent(code -> starts.put(
                        "department",
                        whole(
                                owners.values().stream()
                                        .filter(owner -> code.equals(owner.department()))
                                        .toList(),
                                code)));
        return starts;
    }

    private Start start(Set<String> fields) {
        var of = new HashSet<String>();
        fields.forEach(field -> {
            if (ownerOf.containsKey(field)) {
                of.add(ownerOf.get(field));
            }
        });
        return new Start(fields, of, false, null);
    }

    private static Start whole(List<Owner> owners, @Nullable String asked) {
        var fields = new LinkedHashSet<String>();
        var codes = new LinkedHashSet<String>();
        owners.forEach(owner -> {
            fields.addAll(owner.fields());
            codes.add(owner.code());
        });
        return new Start(fields, codes, true, asked);
    }

    // ---- the reference

    private static String near(Row row, LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? row.user() : row.source();
    }

    private static String far(Row row, LineageDirection direction) {
        return direction == LineageDirection.UPSTREAM ? row.source() : row.user();
    }

    private @Nullable String place(String code, Grain grain) {
        var owner = owners.get(code.contains("#") ? ownerOf.get(code) : code);
        return switch (grain) {
            case FIELD -> code;
            case RESOURCE -> owner == null ? null : owner.code();
            case SYSTEM -> owner == null ? null : owner.system();
            case DEPARTMENT -> owner == null ? null : owner.department();
        };
    }

    private static boolean isStart(String code, Start start) {
        return start.fields().contains(code) || start.whole() && start.owners().contains(code);
    }

    /// How far a walk goes at the least to everything it can come by. A thing is named by its code: a field; `=` and a
    /// code is a resource or form that is come by, `*` and a code one that is reached as a whole.
    ///
    /// @param outside the place outside of which a walk must have been; null when it need not
    private Map<String, Integer> distances(
            Start start, LineageDirection direction, Grain grain, List<Row> walked, @Nullable String outside) {
        var least = new HashMap<String, Integer>();
        var begun = new HashMap<String, Boolean>();
        start.fields().forEach(code -> begun.put(code, !code.isEmpty()));
        if (grain != Grain.FIELD) {
            start.owners().forEach(code -> begun.put("=" + code, true));
        }
        begun.keySet().forEach(code -> least.put(state(code, outside, false, grain), 0));
        for (var changed = true; changed; ) {
            changed = false;
            for (var entry : List.copyOf(least.entrySet())) {
                var left = entry.getKey().endsWith("!");
                var at = left ? entry.getKey().substring(0, entry.getKey().length() - 1) : entry.getKey();
                for (var next : next(at, direction, grain, walked, start).entrySet()) {
                    var state = state(next.getKey(), outside, left, grain);
                    var hops = entry.getValue() + next.getValue();
                    if (hops < least.getOrDefault(state, Integer.MAX_VALUE)) {
                        least.put(state, hops);
                        changed = true;
                    }
                }
            }
        }
        return least;
    }

    private String state(String at, @Nullable String outside, boolean left, Grain grain) {
        var place = place(at.replaceFirst("^[=*]", ""), grain);
        return left || outside != null && !outside.equals(place) ? at + "!" : at;
    }

    private Map<String, Integer> next(
            String at, LineageDirection direction, Grain grain, List<Row> walked, Start start) {
        var next = new HashMap<String, Integer>();
        var code = at.replaceFirst("^[=*]", "");
        if (grain != Grain.FIELD && at.equals(code) && ownerOf.containsKey(code)) {
            next.put("=" + ownerOf.get(code), 0);
        }
        if (at.startsWith("*")) {
            next.put("=" + code, 0);
            var owner = owners.get(code);
            if (owner != null) {
                owner.fields().forEach(field -> next.put(field, 0));
            }
        }
        for (var row : walked) {
            var far = far(row, direction);
            if (isStart(near(row, direction), start) && isStart(far, start)) {
                continue;
            }
            if (at.equals(row.whole() ? "=" + near(row, direction) : near(row, direction))) {
                next.put(row.whole() ? "*" + far : far, 1);
            }
        }
        return next;
    }

    Answer answer(Start start, LineageDirection direction, Grain grain, @Nullable Integer maxHops, LocalDate day) {
        var holding = rows.stream()
                .filter(row -> row.holds(day) && !(row.whole() && grain == Grain.FIELD))
                .toList();
        var far = distances(start, direction, grain, holding, null);
        var walked = holding.stream()
                .filter(row -> far.containsKey(row.whole() ? "=" + near(row, direction) : near(row, direction)))
                .toList();

        var hops = new TreeMap<String, Integer>();
        var places = new TreeSet<String>();
        walked.forEach(row -> {
            var place = place(far(row, direction), grain);
            if (place != null) {
                places.add(place);
            }
        });
        for (var place : places) {
            var never = place.equals(start.asked())
                    || grain == Grain.FIELD && start.fields().contains(place)
                    || grain == Grain.RESOURCE
                            && start.whole()
                            && start.owners().contains(place);
            if (!never) {
                distances(start, direction, grain, holding, place).forEach((state, distance) -> {
                    var code = state.replaceFirst("^[=*]", "").replaceFirst("!$", "");
                    if (state.endsWith("!")
                            && place.equals(place(code, grain))
                            && (maxHops == null || distance <= maxHops)) {
                        hops.merge(place, distance, Math::min);
                    }
                });
            }
        }
        var ends = new TreeSet<>(hops.keySet());
        walked.forEach(row -> {
            var from = place(near(row, direction), grain);
            if (from != null && (grain == Grain.FIELD || !from.equals(place(far(row, direction), grain)))) {
                ends.remove(from);
            }
        });
        var edges = new TreeSet<String>();
        for (var row : walked) {
            var distance = far.get(row.whole() ? "=" + near(row, direction) : near(row, direction));
            if (distance != null && (maxHops == null || distance < maxHops)) {
                edges.add(row.edge());
            }
        }
        return new Answer(hops, ends, edges);
    }

    /// By the ends of rows, how many came, went, and went on by another rule.
    Map<String, List<Integer>> diff(
            Start start, LineageDirection direction, Grain grain, LocalDate earlier, LocalDate later) {
        var before = answer(start, direction, grain, null, earlier).edges();
        var after = answer(start, direction, grain, null, later).edges();
        var went = new TreeMap<String, Map<String, Integer>>();
        var came = new TreeMap<String, Map<String, Integer>>();
        for (var row : rows) {
            var ends = row.source() + " > " + row.user();
            if (before.contains(row.edge()) != after.contains(row.edge())) {
                (before.contains(row.edge()) ? went : came)
                        .computeIfAbsent(ends, any -> new TreeMap<>())
                        .merge(row.rule(), 1, Integer::sum);
            }
        }
        var diff = new TreeMap<String, List<Integer>>();
        var all = new TreeSet<>(went.keySet());
        all.addAll(came.keySet());
        for (var ends : all) {
            var gone = went.getOrDefault(ends, Map.of());
            var come = came.getOrDefault(ends, Map.of());
            var restGone = 0;
            var restCome = 0;
            for (var rule : List.of("规则0", "规则1")) {
                var renewed = Math.min(gone.getOrDefault(rule, 0), come.getOrDefault(rule, 0));
                restGone += gone.getOrDefault(rule, 0) - renewed;
                restCome += come.getOrDefault(rule, 0) - renewed;
            }
            var changed = Math.min(restGone, restCome);
            if (restGone + restCome > 0) {
                diff.put(ends, List.of(restCome - changed, restGone - changed, changed));
            }
        }
        return diff;
    }
}
