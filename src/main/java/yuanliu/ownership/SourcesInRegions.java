package yuanliu.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Department;
import yuanliu.catalog.Region;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.SourceInRegion.Considered;
import yuanliu.web.Codes;
import yuanliu.web.NotThere;

/// Who is the source in one place. Scopes contain one another: what is designated for the place itself goes before what
/// is designated for the nearest region around it, and that before what is designated without scope. A narrower unit
/// that has no designation in force steps back.
@Component
@Transactional(readOnly = true)
class SourcesInRegions {

    private final Neo4jClient graph;
    private final Ledger ledger;
    private final LocalSources localSources;
    private final Statement regionsAbove;

    SourcesInRegions(Neo4jClient graph, Ledger ledger, LocalSources localSources, CypherLibrary cypher) {
        this.graph = graph;
        this.ledger = ledger;
        this.localSources = localSources;
        this.regionsAbove = cypher.get("ownership/regions-above");
    }

    /// @throws NotThere when there is no such region
    Optional<SourceInRegion> find(String element, @Nullable String subject, @Nullable String qualifier, String region) {
        var places = List.copyOf(above(region));
        if (places.isEmpty()) {
            throw new NotThere("region", region);
        }
        var keys = places.stream().map(place -> Codes.key(place.code())).toList();
        var units = ledger.scopesOf(element, subject, qualifier, keys);
        return units.isEmpty() ? Optional.empty() : Optional.of(answer(units, ledger.standings(units), places, keys));
    }

    private Collection<Region> above(String region) {
        return graph.query(regionsAbove.text())
                .bind(Codes.key(region))
                .to("region")
                .fetchAs(Region.class)
                .mappedBy((types, row) -> Region.from(row.get("region")))
                .all();
    }

    /// @param units  the narrowest scope first
    /// @param places the region asked of first, then what it is part of
    private SourceInRegion answer(
            List<SourceUnit> units, Map<SourceUnit, Standing> standings, List<Region> places, List<String> keys) {
        var chosen = units.stream()
                .filter(unit -> Objects.requireNonNull(standings.get(unit)).designation() != null)
                .findFirst();
        var unit = chosen.orElse(units.getFirst());
        var standing = Objects.requireNonNull(standings.get(unit));
        var considered = new ArrayList<Considered>();
        var passed = true;
        for (var one : units) {
            var state = Objects.requireNonNull(standings.get(one)).state();
            var is = one.equals(unit);
            var reason = is && chosen.isPresent()
                    ? "%s的单元有生效的认定，离所问地域最近".formatted(scope(one))
                    : passed || chosen.isEmpty()
                            ? "%s的单元%s，没有生效的认定".formatted(scope(one), word(state))
                            : "%s的单元更宽，已有更近的认定".formatted(scope(one));
            considered.add(new Considered(one, state, reason));
            passed = passed && !is;
        }
        var place = places.getFirst();
        var designation = standing.designation();
        if (designation == null) {
            return new SourceInRegion(
                    unit,
                    standing.state(),
                    null,
                    null,
                    null,
                    "%s的“%s”没有数源：%s".formatted(place.name(), nameWithoutScope(unit), reasons(considered)),
                    considered);
        }
        var named = Objects.requireNonNull(designation.department());
        var local = designation.line() ? localSources.nearest(designation, keys).orElse(null) : null;
        var department = local == null ? named : local.department();
        var field = local == null ? designation.field() : local.fields().getFirst();
        return new SourceInRegion(
                unit,
                standing.state(),
                designation,
                department,
                field,
                "%s的“%s”%s：%s%s%s"
                        .formatted(
                                place.name(),
                                nameWithoutScope(unit),
                                standing.state() == SourceState.LEAD_COLLECTOR
                                        ? "由" + department.name() + "牵头收集"
                                        : "数源是" + department.name(),
                                steppedBack(considered, unit),
                                "依%s的认定%s".formatted(scope(unit), basis(designation)),
                                designation.line() ? line(named, local, place) : ""),
                considered);
    }

    private static String line(Department head, @Nullable LocalSource local, Region place) {
        if (local == null) {
            return "，认定到条线；%s及其上没有该条线的机构采集或产生该数据，由条线牵头的%s负责".formatted(place.name(), head.name());
        }
        var region = Objects.requireNonNull(local.region());
        var where =
                region.code().equals(place.code()) ? "在" + place.name() : "离" + place.name() + "最近、在" + region.name();
        var is = Codes.key(local.department().code()).equals(Codes.key(head.code()))
                ? "认定到条线，由条线牵头的%s自行采集或产生".formatted(head.name())
                : "认定到%s的条线，该条线%s采集或产生该数据的是%s"
                        .formatted(head.name(), where, local.department().name());
        return "，" + is + (local.reason() == null ? "" : "；但%s".formatted(local.reason()));
    }

    private static String steppedBack(List<Considered> considered, SourceUnit chosen) {
        var before =
                considered.stream().takeWhile(one -> !one.unit().equals(chosen)).toList();
        return before.isEmpty() ? "" : reasons(before) + "；";
    }

    private static String reasons(List<Considered> some) {
        return String.join("；", some.stream().map(Considered::reason).toList());
    }

    private static String basis(Designation designation) {
        var ground = designation.ground() == null ? "" : designation.ground().word();
        var document = designation.document() == null ? "" : designation.document();
        var clause = designation.clause() == null ? "" : designation.clause();
        var said = ground.isEmpty() || (document + clause).isEmpty()
                ? ground + document + clause
                : ground + "，" + document + clause;
        return said.isEmpty() ? "" : "（%s）".formatted(said);
    }

    private static String scope(SourceUnit unit) {
        return unit.region() == null ? "不限范围" : "适用范围为" + unit.region().name();
    }

    private static String nameWithoutScope(SourceUnit unit) {
        return Unit.nameOf(unit.subject(), unit.element().name(), unit.qualifier(), null);
    }

    private static String word(SourceState state) {
        return switch (state) {
            case DESIGNATED -> "已认定";
            case LEAD_COLLECTOR -> "牵头收集";
            case DISPUTED -> "争议中";
            case NO_STATUTORY_SOURCE -> "无法定数源";
            case UNDESIGNATED -> "待认定";
        };
    }
}
