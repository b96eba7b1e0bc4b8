package yuanliu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import yuanliu.web.Codes;

/// What was planted in a generated package to be found, and what must not be, held against what is told over GraphQL.
final class Planted {

    private static final String FINDINGS = """
            query($filter: DuplicateFindingFilter!, $after: String) { duplicateFindings(filter: $filter, first: 500, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes { kind unit { code } parties { role asset { code } } } } }""";

    /// What traps only look like. One that says where it comes from and is filed as collected may be told to be a copy.
    private static final List<String> COLLECTED_TWICE =
            List.of("CROSS_DEPARTMENT", "UNDESIGNATED_SOURCE", "WITHIN_DEPARTMENT", "BETWEEN_LEVELS");
    private static final String WHY_NOT =
            "query($assets: [EntityRef!]!) { whyNot(assets: $assets) { assets { asset { code } reasons { gate } findings { code } } } }";

    /// @param found       of the planted findings, how many were made
    /// @param named       of their parties, how many are accused
    /// @param asked       of those that are not accused, how many were asked about
    /// @param unexplained those of them of which neither a reason nor another finding is told; what a party was put into may
    ///                    be exempt by law, or a census, and the rules are right to let it go
    /// @param fallen      of the traps, how many were fallen into
    record Outcome(
            int planted,
            int found,
            int parties,
            int named,
            int asked,
            List<String> unexplained,
            int doubled,
            int doubledFound,
            int traps,
            int fallen) {

        @Override
        public String toString() {
            return "planted findings found %d of %d, their parties %d of %d; of the others %d were asked about by whyNot, which told neither a reason nor another finding of %d; doubled entries %d of %d; traps fallen into %d of %d"
                    .formatted(
                            found,
                            planted,
                            named,
                            parties,
                            asked,
                            unexplained.size(),
                            doubledFound,
                            doubled,
                            fallen,
                            traps);
        }
    }

    private record Unit(String kind, String unit) {}

    private final Map<Unit, List<String>> units = new HashMap<>();
    private final Map<String, List<String>> traps = new TreeMap<>();
    private final List<String> doubles = new ArrayList<>();

    Planted(Path folder) throws IOException {
        try (var truth =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth").resolve("duplicates.csv"))) {
            for (var row : truth) {
                var party = Codes.key(row.getField("party"));
                if (row.getField("kind").equals("CATALOGUE_ENTRY")) {
                    doubles.add(party);
                } else if (row.getField("label").equals("FINDING")) {
                    units.computeIfAbsent(
                                    new Unit(row.getField("kind"), row.getField("unit")), key -> new ArrayList<>())
                            .add(party);
                } else {
                    traps.computeIfAbsent(row.getField("unit"), key -> new ArrayList<>())
                            .add(party);
                }
            }
        }
    }

    /// @param explaining how long it is asked at most why others are not accused: on a nation most of what decides about each
    ///                   lies on pages that have not been read
    Outcome heldAgainst(Questions.Asked asked, Duration explaining) throws Exception {
        int found = 0, parties = 0, named = 0, fallen = 0, others = 0;
        var unexplained = new ArrayList<String>();
        var took = 0L;
        var planted = new ArrayList<>(units.entrySet());
        planted.sort(Comparator.comparing(one -> one.getKey().toString()));
        Collections.shuffle(planted, new Random(1));
        for (var one : planted) {
            var accused = accused(
                    asked,
                    one.getKey().unit(),
                    Map.of("element", element(one.getKey().unit()), "kinds", List.of(one.getKey().kind())));
            found += accused.isEmpty() ? 0 : 1;
            parties += one.getValue().size();
            named += (int) one.getValue().stream().filter(accused::contains).count();
            var free = one.getValue().stream()
                    .filter(party -> !accused.contains(party))
                    .toList();
            if (!free.isEmpty() && took < explaining.toNanos()) {
                var began = System.nanoTime();
                unexplained.addAll(unexplained(asked, free));
                took += System.nanoTime() - began;
                others += free.size();
            }
        }
        for (var one : traps.entrySet()) {
            var accused = accused(
                    asked, one.getKey(), Map.of("element", element(one.getKey()), "kinds", COLLECTED_TWICE));
            fallen += one.getValue().stream().anyMatch(accused::contains) ? 1 : 0;
        }
        var twice = accused(asked, "", Map.of("kinds", List.of("CATALOGUE_ENTRY")));
        return new Outcome(
                units.size(),
                found,
                parties,
                named,
                others,
                unexplained,
                doubles.size(),
                (int) doubles.stream().filter(twice::contains).count(),
                traps.size(),
                fallen);
    }

    private static List<String> unexplained(Questions.Asked asked, List<String> parties) throws Exception {
        var unexplained = new ArrayList<String>();
        var told = asked.ask(
                WHY_NOT,
                Map.of(
                        "assets",
                        parties.stream()
                                .map(party -> Map.of("dataField", party))
                                .toList()));
        for (var asset : told.path("whyNot").path("assets")) {
            var key = Codes.key(asset.path("asset").path("code").asString());
            if (asset.path("reasons").isEmpty() && asset.path("findings").isEmpty()) {
                unexplained.add(key);
            }
        }
        return unexplained;
    }

    private static String element(String unit) {
        return unit.substring(0, unit.indexOf('/'));
    }

    /// The keys of those that the findings of a unit name beside the source.
    private static Set<String> accused(Questions.Asked asked, String unit, Map<String, ?> filter) throws Exception {
        var accused = new HashSet<String>();
        var variables = new HashMap<String, Object>(Map.of("filter", filter));
        JsonNode page;
        do {
            page = asked.ask(FINDINGS, variables).path("duplicateFindings");
            for (var finding : page.path("nodes")) {
                if (finding.path("unit").path("code").asString("").equals(unit)) {
                    for (var party : finding.path("parties")) {
                        if (!party.path("role").asString().equals("SOURCE")) {
                            accused.add(Codes.key(party.path("asset").path("code").asString()));
                        }
                    }
                }
            }
            variables.put("after", page.path("pageInfo").path("endCursor").asString(""));
        } while (page.path("pageInfo").path("hasNextPage").asBoolean());
        return accused;
    }
}
