package yuanliu.ownership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.cypher.Together;
import yuanliu.lineage.Derivations;
import yuanliu.lineage.LineagePath;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The ledger of sources (数源台账): which units there are, who is the source of each, and who holds it.
@Component
@Transactional(readOnly = true)
public class Ledger {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Units units;
    private final Origins origins;
    private final LocalSources localSources;
    private final Today today;
    private final Together<String, SourceUnit> unitsByKey;
    private final Statement unitsOfElement;
    private final Statement unitsOfFields;
    private final Statement fittingUnits;
    private final Statement designatedUnits;
    private final Together<String, List<Designation>> designationsOfUnits;
    private final Derivations derivations;

    Ledger(
            Neo4jClient graph,
            Catalog catalog,
            Units units,
            Origins origins,
            LocalSources localSources,
            Derivations derivations,
            Today today,
            CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.units = units;
        this.origins = origins;
        this.localSources = localSources;
        this.today = today;
        var byKey = cypher.get("ownership/units-by-key");
        this.unitsByKey = cypher.together(keys -> read(byKey, keys));
        this.unitsOfElement = cypher.get("ownership/units-of-element");
        this.unitsOfFields = cypher.get("ownership/units-of-fields");
        this.fittingUnits = cypher.get("ownership/units");
        this.designatedUnits = cypher.get("ownership/designated-units");
        var ofUnits = cypher.get("ownership/designations-of-units");
        this.designationsOfUnits = cypher.together(keys -> designations(ofUnits, keys));
        this.derivations = derivations;
    }

    /// The unit that a question means. What is left out of the subject is said by the role, then by the element; when
    /// they do not say either, the element's only unit is meant.
    ///
    /// @param element the element's code
    /// @param region  the scope's code; without it the unit without scope is meant
    public Optional<SourceUnit> find(
            String element, @Nullable String subject, @Nullable String qualifier, @Nullable String region) {
        return catalog.find(Kind.DATA_ELEMENT, Codes.key(element))
                .flatMap(found -> find(Cells.of((DataElement) found, subject, qualifier, region, null)));
    }

    private Optional<SourceUnit> find(Cells cells) {
        var meant = units.meant(cells);
        return meant.stream()
                .flatMap(unit -> find(unit.key()).stream())
                .findFirst()
                .or(() -> meant.getFirst().subject() == null && meant.getFirst().region() == null
                        ? onlyUnit(meant.getFirst())
                        : Optional.empty());
    }

    /// The units that a question may mean in some scopes, and without one, in the order of the scopes; one that is not
    /// there is left out.
    ///
    /// @param regions keys of regions
    List<SourceUnit> scopesOf(
            String element, @Nullable String subject, @Nullable String qualifier, List<String> regions) {
        return catalog.find(Kind.DATA_ELEMENT, Codes.key(element))
                .map(found -> scopesOf(Cells.of((DataElement) found, subject, qualifier, null, null), regions))
                .orElse(List.of());
    }

    private List<SourceUnit> scopesOf(Cells cells, List<String> regions) {
        var meant = units.meant(cells);
        for (var unit : meant) {
            var found = scopesOf(unit.key(), regions);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return meant.getFirst().subject() == null
                ? onlyUnit(meant.getFirst())
                        .map(only -> scopesOf(only.key(), regions))
                        .orElse(List.of())
                : List.of();
    }

    private List<SourceUnit> scopesOf(String whole, List<String> regions) {
        var keys = new ArrayList<String>();
        regions.forEach(region -> keys.add(whole + "@" + region));
        keys.add(whole);
        var found = byKey(keys);
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /// @param key the unit's code, normalised
    public Optional<SourceUnit> find(String key) {
        return Optional.ofNullable(byKey(List.of(key)).get(key));
    }

    /// By their keys; one that is not there is left out.
    public Map<String, SourceUnit> byKey(Collection<String> keys) {
        return unitsByKey.ask(keys);
    }

    private Map<String, SourceUnit> read(Statement statement, Collection<String> keys) {
        return graph
                .query(statement.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .fetchAs(SourceUnit.class)
                .mappedBy((types, row) -> SourceUnit.from(row.get("unit")))
                .all()
                .stream()
                .collect(toMap(SourceUnit::key, identity(), (one, same) -> one));
    }

    private Optional<SourceUnit> onlyUnit(Unit unit) {
        var found = List.copyOf(graph.query(unitsOfElement.text())
                .bind(Codes.key(unit.element()))
                .to("element")
                .bind(unit.qualifier())
                .to("qualifier")
                .fetchAs(SourceUnit.class)
                .mappedBy((types, row) -> SourceUnit.from(row.get("unit")))
                .all());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// The unit that each field is held as; a field without an element has none.
    public Map<DataField, SourceUnit> unitsOf(Collection<DataField> fields) {
        var found = new HashMap<String, SourceUnit>();
        graph.query(unitsOfFields.text())
                .bind(fields.stream().map(field -> Codes.key(field.code())).toList())
                .to("fields")
                .fetchAs(SourceUnit.class)
                .mappedBy((types, row) -> {
                    var held = SourceUnit.from(row.get("unit"));
                    found.put(row.get("field").asString(), held);
                    return held;
                })
                .all();
        var unitsOf = new HashMap<DataField, SourceUnit>();
        for (var field : fields) {
            var held = found.get(field.code());
            if (held != null) {
                unitsOf.put(field, held);
            }
        }
        return unitsOf;
    }

    /// The units that fit, by code.
    public Page<SourceUnit> page(SourceUnitFilter filter, Window window) {
        var by = standingOnly(filter);
        var shown = graph.query(fittingUnits.text())
                .bind(by.only())
                .to("only")
                .bind(by.except())
                .to("except")
                .bind(key(filter.element()))
                .to("element")
                .bind(key(filter.subject()))
                .to("subject")
                .bind(filter.qualifier() == null ? null : units.qualifier(filter.qualifier()))
                .to("qualifier")
                .bind(key(filter.region()))
                .to("region")
                .bind(key(filter.within()))
                .to("within")
                .bind(filter.scoped())
                .to("scoped")
                .bind(filter.nameContains())
                .to("words")
                .bind(filter.minCollectors())
                .to("collectors")
                .bind(window.afterValue(0))
                .to("after")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("units").asList(SourceUnit::from)))
                .one()
                .orElseThrow();
        return Page.of(window, shown.units(), shown.total(), unit -> Cursor.at(unit.code()));
    }

    /// Units without any designation are undesignated: only the others need to be looked at one by one.
    private ByStanding standingOnly(SourceUnitFilter filter) {
        if (filter.states() == null && filter.department() == null) {
            return new ByStanding(null, null);
        }
        var fits = new ArrayList<String>();
        var fitsNot = new ArrayList<String>();
        standingsOf(designated()).forEach((key, standing) -> (fits(standing, filter) ? fits : fitsNot).add(key));
        return fits(Standing.NONE, filter) ? new ByStanding(null, fitsNot) : new ByStanding(fits, null);
    }

    private static boolean fits(Standing standing, SourceUnitFilter filter) {
        var source = standing.department();
        return (filter.states() == null || filter.states().contains(standing.state()))
                && (filter.department() == null
                        || source != null && Codes.key(source.code()).equals(Codes.key(filter.department())));
    }

    /// The keys of the units that have a designation, whatever it is worth.
    public Collection<String> designated() {
        return graph.query(designatedUnits.text())
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("unit").asString())
                .all();
    }

    /// How it stands today with each of some units.
    public Map<SourceUnit, Standing> standings(Collection<SourceUnit> some) {
        var found = standingsOf(some.stream().map(SourceUnit::key).toList());
        var standings = new HashMap<SourceUnit, Standing>();
        some.forEach(one -> standings.put(one, found.getOrDefault(one.key(), Standing.NONE)));
        return standings;
    }

    /// How it stands today with units, by their keys; one that has no designation is left out.
    public Map<String, Standing> standingsOf(Collection<String> keys) {
        var day = today.date();
        var standings = new HashMap<String, Standing>();
        designationsOfUnits.ask(keys).forEach((key, rows) -> standings.put(key, Standing.on(day, rows)));
        return standings;
    }

    private Map<String, List<Designation>> designations(Statement statement, Collection<String> keys) {
        return graph
                .query(statement.text())
                .bind(List.copyOf(keys))
                .to("units")
                .fetchAs(OfUnit.class)
                .mappedBy((types, row) ->
                        new OfUnit(row.get("unit").asString(), Designation.from(row.get("designation"))))
                .all()
                .stream()
                .collect(groupingBy(OfUnit::unit, mapping(OfUnit::designation, toList())));
    }

    /// By the key of each unit whose source is a line that names no field, the keys of the fields that the line's head
    /// and its local instances collect or generate: together they are the source.
    public Map<String, Set<String>> fieldsOfLines(Map<String, Standing> standings) {
        var lines = new HashMap<String, String>();
        standings.forEach((key, standing) -> {
            var designation = standing.designation();
            if (designation != null && designation.line() && designation.field() == null) {
                lines.put(key, designation.code());
            }
        });
        var fields = localSources.fieldsOf(Set.copyOf(lines.values()));
        var ofLines = new HashMap<String, Set<String>>();
        lines.forEach((key, designation) -> ofLines.put(key, fields.getOrDefault(Codes.key(designation), Set.of())));
        return ofLines;
    }

    /// Of some holders, those whose field comes from the designated source's field; where a whole line is the source
    /// and no field is named, from any that a member of the line collects or generates.
    public Set<Holder> fromSource(Collection<Holder> some) {
        var sources = sourceFields(some);
        var sourced = some.stream()
                .filter(holder -> sources.containsKey(holder.unit()))
                .toList();
        var upstream = origins.upstreamOf(sourced.stream().map(Ledger::key).collect(toSet()), today.date());
        var from = new HashMap<String, Set<String>>();
        sources.forEach((key, fields) -> from.put(key, upstream.from(fields)));
        return sourced.stream()
                .filter(holder ->
                        Objects.requireNonNull(from.get(holder.unit())).contains(key(holder)))
                .collect(toSet());
    }

    /// By the key of each of some fields, from which it comes by today's lineage.
    ///
    /// @param fields keys
    public Map<String, Drawn> drawnFrom(Collection<String> fields) {
        return origins.upstreamOf(fields, today.date()).drawn(fields);
    }

    /// From which fields one comes, all of them by their keys.
    ///
    /// @param all  everything upstream of it
    /// @param ends of these the ones from which nothing leads on; a ring has none
    public record Drawn(Set<String> all, Set<String> ends) {

        public static final Drawn NOWHERE = new Drawn(Set.of(), Set.of());

        public Drawn {
            all = Set.copyOf(all);
            ends = Set.copyOf(ends);
        }
    }

    /// Of some holders, the best way by field rows from the designated source's field to theirs.
    public Map<Holder, LineagePath> pathsToSource(Collection<Holder> some) {
        var paths = new HashMap<Holder, LineagePath>();
        sourceFields(some).forEach((unit, sources) -> {
            var holders =
                    some.stream().filter(holder -> holder.unit().equals(unit)).toList();
            var found = derivations.pathsFromSources(holders.stream()
                    .filter(holder -> !sources.contains(key(holder)))
                    .distinct()
                    .collect(toMap(Ledger::key, holder -> sources, (one, same) -> one)));
            holders.forEach(holder -> {
                var path = found.get(key(holder));
                if (path != null) {
                    paths.put(holder, path);
                }
            });
        });
        return paths;
    }

    /// By the key of each holder's unit, the key of the field at which its source is designated, or those of its line.
    private Map<String, Set<String>> sourceFields(Collection<Holder> some) {
        var standings = standingsOf(some.stream().map(Holder::unit).collect(toSet()));
        var sources = new HashMap<>(fieldsOfLines(standings));
        standings.forEach((key, standing) -> {
            var designation = standing.designation();
            if (designation != null && designation.field() != null) {
                sources.put(key, Set.of(Codes.key(designation.field().code())));
            }
        });
        return sources;
    }

    private static String key(Holder holder) {
        return Codes.key(holder.asset().code());
    }

    private static @Nullable String key(@Nullable String code) {
        return code == null ? null : Codes.key(code);
    }

    /// Keys of units: only these, or none of these.
    private record ByStanding(
            @Nullable List<String> only, @Nullable List<String> except) {}

    private record Shown(long total, List<SourceUnit> units) {}

    private record OfUnit(String unit, Designation designation) {}
}
