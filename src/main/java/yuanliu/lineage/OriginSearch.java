package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// The true sources of fields.
///
/// A source is a field from which no row leads on and which is collected or generated; where only a ring is left, a
/// field of it that is. Everything else at which the rows end is a gap.
@Component
@Transactional(readOnly = true)
class OriginSearch {

    private static final Comparator<End> BY_CODE = Comparator.comparing(End::code, Codes.ORDER);

    private final Neo4jClient graph;
    private final Today today;
    private final Starts starts;
    private final Places places;
    private final Derivations derivations;
    private final Statement described;

    OriginSearch(
            Neo4jClient graph,
            Today today,
            Starts starts,
            Places places,
            Derivations derivations,
            CypherLibrary cypher) {
        this.graph = graph;
        this.today = today;
        this.starts = starts;
        this.places = places;
        this.derivations = derivations;
        this.described = cypher.get("lineage/described-fields");
    }

    private record Described(
            String key,
            String code,
            boolean itsOwn,
            boolean byTheWhole,
            @Nullable End owner,
            @Nullable String cycle) {

        static Described from(Record row) {
            var owner = row.get("ownerKey");
            return new Described(
                    row.get("key").asString(),
                    row.get("code").asString(),
                    Set.of("采集", "产生").contains(row.get("acquisition").asString("")),
                    row.get("byTheWhole").asBoolean(),
                    owner.isNull()
                            ? null
                            : new End(
                                    row.get("ofForm").asBoolean() ? Kind.FORM : Kind.DATA_RESOURCE,
                                    owner.asString(),
                                    row.get("ownerCode").asString()),
                    row.get("cycle").asString(null));
        }
    }

    Origins origins(Entity of, @Nullable LocalDate asOf) {
        var day = asOf == null ? today.date() : asOf;
        var walk = derivations.upstream(starts.fieldsOf(of, day), day);
        var alone = walk.touched();
        var known = described(alone, day);
        var ends = new HashMap<String, End>();
        known.values().forEach(one -> ends.put(one.key(), End.field(one.key(), one.code())));
        var components = new Components(ends.values(), walk.rows());
        var sources = new ArrayList<End>();
        var gaps = new ArrayList<Origins.Gap>();
        for (var last : components.last()) {
            var own = last.stream()
                    .filter(end -> get(known, end).itsOwn())
                    .sorted(BY_CODE)
                    .toList();
            sources.addAll(own);
            if (own.isEmpty()) {
                var first = last.stream().min(BY_CODE).orElseThrow();
                gaps.add(new Origins.Gap(first, kind(components.isRing(last), get(known, first))));
            }
        }
        sources.sort(BY_CODE);
        gaps.sort(Comparator.comparing(Origins.Gap::field, BY_CODE));
        return new Origins(of, day, derivations.isRecorded(day), walk, sources, gaps);
    }

    private static Origins.GapKind kind(boolean ring, Described one) {
        if (ring) {
            return Origins.GapKind.RING;
        }
        return one.byTheWhole() ? Origins.GapKind.BY_THE_WHOLE : Origins.GapKind.NOT_RECORDED;
    }

    Page<Origins.Origin> sources(Origins origins, Window window) {
        var page = Page.cut(window, origins.sources(), end -> Cursor.at(end.code()));
        var ways = new HashMap<End, List<Derivation>>();
        var passed = new LinkedHashSet<String>();
        for (var end : page.getNodes()) {
            var way = way(origins.walk(), end);
            ways.put(end, way);
            passed.add(end.key());
            way.forEach(row -> passed.add(row.toKey()));
        }
        var known = described(passed, origins.asOf());
        var ends = new ArrayList<>(page.getNodes());
        known.values().stream().map(Described::owner).filter(Objects::nonNull).forEach(ends::add);
        var things = places.things(ends);
        var paths = paths(ways);
        return page.map(end -> {
            var chain = new ArrayList<Origins.UpdateCycle>();
            cycleOf(get(known, end), things, chain);
            ways.getOrDefault(end, List.of()).forEach(row -> cycleOf(get(known, row.to()), things, chain));
            return new Origins.Origin(
                    (DataField) things.get(end),
                    paths.get(end),
                    chain,
                    chain.stream()
                            .filter(one -> one.days() != null)
                            .max(Comparator.comparingInt(OriginSearch::days))
                            .orElse(null),
                    chain.stream().anyMatch(one -> one.days() == null)
                            ? null
                            : chain.stream().mapToInt(OriginSearch::days).sum());
        });
    }

    private static int days(Origins.UpdateCycle cycle) {
        var days = cycle.days();
        return days == null ? 0 : days;
    }

    /// A resource that the way does not leave stands there once.
    private static void cycleOf(Described field, Places.Things things, List<Origins.UpdateCycle> chain) {
        if (field.owner() != null) {
            Asset asset = things.get(field.owner());
            if (chain.isEmpty() || !chain.getLast().asset().equals(asset)) {
                chain.add(new Origins.UpdateCycle(asset, field.cycle(), Origins.UpdateCycle.days(field.cycle())));
            }
        }
    }

    Page<Origins.OriginGap> gaps(Origins origins, Window window) {
        var page = Page.cut(window, origins.gaps(), gap -> Cursor.at(gap.field().code()));
        var ways = new HashMap<End, List<Derivation>>();
        page.getNodes().forEach(gap -> ways.put(gap.field(), way(origins.walk(), gap.field())));
        var things = places.things(ways.keySet());
        var paths = paths(ways);
        return page.map(
                gap -> new Origins.OriginGap((DataField) things.get(gap.field()), gap.kind(), paths.get(gap.field())));
    }

    /// The best way to what was asked of; none when it is that itself.
    private static List<Derivation> way(Walk walk, End source) {
        return walk.start().fields().contains(source.key())
                ? List.of()
                : PathSearch.best(walk, Set.of(source.key()), 1).getFirst();
    }

    private Map<End, LineagePath> paths(Map<End, List<Derivation>> ways) {
        var ends = ways.keySet().stream()
                .filter(end -> !ways.getOrDefault(end, List.of()).isEmpty())
                .toList();
        var shown = derivations.shown(
                ends.stream().map(end -> ways.getOrDefault(end, List.of())).toList());
        var paths = new HashMap<End, LineagePath>();
        for (int i = 0; i < ends.size(); i++) {
            paths.put(ends.get(i), shown.get(i));
        }
        return paths;
    }

    private static Described get(Map<String, Described> known, End end) {
        var one = known.get(end.key());
        if (one == null) {
            throw new IllegalStateException("%s went while it was walked".formatted(end));
        }
        return one;
    }

    private Map<String, Described> described(Collection<String> keys, LocalDate day) {
        var known = new HashMap<String, Described>();
        graph.query(described.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .bind(day)
                .to("day")
                .fetchAs(Described.class)
                .mappedBy((types, row) -> Described.from(row))
                .all()
                .forEach(one -> known.put(one.key(), one));
        return known;
    }

    SameOrigin sameOrigin(Entity one, Entity other, @Nullable LocalDate asOf) {
        if (!(one instanceof DataField oneField) || !(other instanceof DataField otherField)) {
            throw new BadRequest("同源只能问两个信息项");
        }
        var day = asOf == null ? today.date() : asOf;
        var recorded = derivations.isRecorded(day);
        var ofOne = derivations.upstream(List.of(Codes.key(one.code())), day);
        var ofOther = derivations.upstream(List.of(Codes.key(other.code())), day);
        var hops = new HashMap<End, Integer>();
        var away = hops(ofOther, other);
        hops(ofOne, one).forEach((end, hop) -> {
            var more = away.get(end);
            if (more != null) {
                hops.put(end, hop + more);
            }
        });
        var nearest =
                Comparator.<End>comparingInt(end -> hops.getOrDefault(end, 0)).thenComparing(BY_CODE);
        var common = hops.keySet().stream().sorted(nearest).toList();
        var verdict = SameOrigin.Verdict.COMMON;
        if (common.isEmpty()) {
            var known = recorded && derivations.isKnown(ofOne, day) && derivations.isKnown(ofOther, day);
            verdict = known ? SameOrigin.Verdict.APART : SameOrigin.Verdict.UNKNOWN;
        }
        return new SameOrigin(
                oneField, otherField, day, verdict, common, parts(ofOne, ofOther, common, nearest), recorded);
    }

    private static Map<End, Integer> hops(Walk walk, Entity start) {
        var hops = new HashMap<End, Integer>();
        hops.put(End.field(Codes.key(start.code()), start.code()), 0);
        walk.fields()
                .forEach(
                        one -> hops.put(End.field(one.field().key(), one.field().code()), one.hop()));
        return hops;
    }

    private List<SameOrigin.Divergence> parts(Walk ofOne, Walk ofOther, List<End> common, Comparator<End> nearest) {
        var shared = Set.copyOf(common);
        var rows = ofOne.rows().stream()
                .filter(row -> shared.contains(row.to()) && shared.contains(row.from()))
                .toList();
        var components = new Components(common, rows);
        var behind = new LinkedHashSet<Integer>();
        for (var row : rows) {
            if (components.of(row.to()) != components.of(row.from())) {
                behind.add(components.of(row.from()));
            }
        }
        var points = components.all().stream()
                .filter(component ->
                        !behind.contains(components.of(component.iterator().next())))
                .map(component -> component.stream().min(nearest).orElseThrow())
                .sorted(nearest)
                .toList();
        var things = places.things(points);
        var toOne = new HashMap<End, List<Derivation>>();
        var toOther = new HashMap<End, List<Derivation>>();
        points.forEach(point -> {
            toOne.put(point, way(ofOne, point));
            toOther.put(point, way(ofOther, point));
        });
        var pathsToOne = paths(toOne);
        var pathsToOther = paths(toOther);
        return points.stream()
                .map(point -> new SameOrigin.Divergence(
                        (DataField) things.get(point), pathsToOne.get(point), pathsToOther.get(point)))
                .toList();
    }

    Page<Asset> common(SameOrigin same, Window window) {
        var page = Page.cut(window, same.common(), end -> Cursor.at(end.code()));
        var things = places.things(page.getNodes());
        return page.map(things::get);
    }
}
