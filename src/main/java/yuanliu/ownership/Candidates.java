package yuanliu.ownership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// Who might be the source of units that have none. However many units are asked for, it is a few statements and one
/// walk of lineage.
@Component
@Transactional(readOnly = true)
class Candidates {

    /// Of more holders lineage and coverage are not looked at: everybody holds such a thing, and it says nothing of
    /// one.
    private static final int MOST_HOLDERS = 5_000;

    private static final Comparator<SourceCandidate> BEST = Comparator.comparingDouble(SourceCandidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.department().code(), Codes.ORDER)
            .thenComparing(candidate -> candidate.field().code(), Codes.ORDER);

    private final Neo4jClient graph;
    private final Ledger ledger;
    private final Origins origins;
    private final Today today;
    private final @Nullable Path plans;
    private final Statement claimsOfUnits;
    private final Statement heldBy;
    private final Statement regionsAround;
    private final Statement statutory;

    Candidates(
            Neo4jClient graph,
            Ledger ledger,
            Origins origins,
            Today today,
            @Value("${yuanliu.checks.folder:${yuanliu.data:data}/checks}") @Nullable Path plans,
            CypherLibrary cypher) {
        this.graph = graph;
        this.ledger = ledger;
        this.origins = origins;
        this.today = today;
        this.plans = plans;
        this.claimsOfUnits = cypher.get("ownership/claims-of-units");
        this.heldBy = cypher.get("ownership/held-by");
        this.regionsAround = cypher.get("ownership/regions-around");
        this.statutory = cypher.get("ownership/statutory-designations");
    }

    /// Of each unit that has no source, best first; of one that has, nobody.
    Map<SourceUnit, List<SourceCandidate>> of(Collection<SourceUnit> some) {
        var standings = ledger.standings(some);
        var sourceless = some.stream()
                .filter(unit -> Objects.requireNonNull(standings.get(unit)).department() == null)
                .distinct()
                .toList();
        var candidates = new HashMap<SourceUnit, List<SourceCandidate>>();
        some.forEach(unit -> candidates.put(unit, List.of()));
        if (!sourceless.isEmpty()) {
            around(sourceless).forEach((unit, around) -> candidates.put(unit, ranked(around)));
        }
        return candidates;
    }

    /// One candidate for each department: by its best field.
    private static List<SourceCandidate> ranked(Claim.Around around) {
        return around.claims().stream()
                .map(claim -> claim.weighed(around))
                .collect(groupingBy(SourceCandidate::department, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(own -> own.stream().min(BEST).orElseThrow())
                .sorted(BEST)
                .toList();
    }

    private Map<SourceUnit, Claim.Around> around(List<SourceUnit> units) {
        var day = today.date();
        var asked = units.stream().map(Candidates::asked).toList();
        var claims = graph
                .query(claimsOfUnits.text())
                .bind(asked)
                .to("units")
                .bind(day)
                .to("day")
                .fetchAs(Claim.class)
                .mappedBy((types, row) -> Claim.from(row))
                .all()
                .stream()
                .collect(groupingBy(Claim::unit));
        var claimed = units.stream()
                .filter(unit -> claims.containsKey(unit.key()))
                .map(Candidates::asked)
                .toList();
        var held = held(claimed);
        var acts = acts(claimed);
        var counted = held.values().stream()
                .filter(holders -> holders.size() <= MOST_HOLDERS)
                .flatMap(Collection::stream)
                .toList();
        var upstream =
                origins.upstreamOf(counted.stream().map(Claim.HeldBy::field).collect(toSet()), day);
        var regions =
                regions(counted.stream().flatMap(one -> one.regions().stream()).collect(toSet()));
        var plan = ContributionPlan.read(plans);
        var around = new HashMap<SourceUnit, Claim.Around>();
        for (var unit : units) {
            var holders = held.getOrDefault(unit.key(), List.of());
            around.put(
                    unit,
                    new Claim.Around(
                            unit,
                            day,
                            claims.getOrDefault(unit.key(), List.of()),
                            holders.size() > MOST_HOLDERS ? holders.subList(0, MOST_HOLDERS) : holders,
                            acts.getOrDefault(unit.key(), List.of()),
                            regions,
                            holders.size() > MOST_HOLDERS ? null : upstream,
                            plan));
        }
        return around;
    }

    private static Map<String, @Nullable Object> asked(SourceUnit unit) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("key", unit.key());
        row.put("heldAs", unit.heldAs());
        row.put("region", unit.regionKey());
        row.put("element", Codes.key(unit.element().code()));
        return row;
    }

    private Map<String, List<Claim.HeldBy>> held(List<Map<String, @Nullable Object>> asked) {
        return graph
                .query(heldBy.text())
                .bind(asked)
                .to("units")
                .bind(MOST_HOLDERS + 1)
                .to("most")
                .fetchAs(HeldOf.class)
                .mappedBy((types, row) -> new HeldOf(
                        row.get("unit").asString(),
                        new Claim.HeldBy(
                                row.get("field").asString(),
                                row.get("department").asString(),
                                texts(row, "regions"))))
                .all()
                .stream()
                .collect(groupingBy(HeldOf::unit, mapping(HeldOf::by, toList())));
    }

    private Map<String, List<Claim.Statutory>> acts(List<Map<String, @Nullable Object>> asked) {
        return graph
                .query(statutory.text())
                .bind(asked)
                .to("units")
                .fetchAs(ActOf.class)
                .mappedBy((types, row) -> new ActOf(
                        row.get("unit").asString(),
                        new Claim.Statutory(
                                row.get("department").asString(null),
                                row.get("line").asString(null),
                                row.get("name").asString(null),
                                row.get("region").asString(null),
                                row.get("document").asString(null),
                                row.get("clause").asString(null),
                                row.get("validTo").asLocalDate(null))))
                .all()
                .stream()
                .collect(groupingBy(ActOf::unit, mapping(ActOf::act, toList())));
    }

    private Map<String, Set<String>> regions(Set<String> keys) {
        return graph
                .query(regionsAround.text())
                .bind(List.copyOf(keys))
                .to("regions")
                .fetchAs(AroundOf.class)
                .mappedBy((types, row) -> new AroundOf(row.get("region").asString(), texts(row, "around")))
                .all()
                .stream()
                .collect(toMap(AroundOf::region, AroundOf::around));
    }

    private static Set<String> texts(Record row, String column) {
        return Set.copyOf(row.get(column).asList(org.neo4j.driver.Value::asString));
    }

    private record HeldOf(String unit, Claim.HeldBy by) {}

    private record ActOf(String unit, Claim.Statutory act) {}

    private record AroundOf(String region, Set<String> around) {}
}
