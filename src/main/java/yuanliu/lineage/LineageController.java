package yuanliu.lineage;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.EntityRef;
import yuanliu.catalog.NamesAlone;
import yuanliu.web.Page;
import yuanliu.web.Window;

@Controller
class LineageController {

    private final Catalog catalog;
    private final Derivations derivations;

    LineageController(Catalog catalog, Derivations derivations) {
        this.catalog = catalog;
        this.derivations = derivations;
    }

    @QueryMapping
    Lineage lineage(
            @Argument EntityRef of,
            @Argument LineageDirection direction,
            @Argument @Nullable Grain grain,
            @Argument @Nullable Integer maxHops,
            @Argument @Nullable LocalDate asOf,
            @Argument @Nullable List<EntityRef> through,
            @Argument @Nullable Boolean throughTechnical) {
        return derivations.lineage(
                catalog.get(of, "of"),
                direction,
                grain == null ? Grain.FIELD : grain,
                maxHops,
                asOf,
                through(through, throughTechnical));
    }

    private Through through(@Nullable List<EntityRef> named, @Nullable Boolean technical) {
        return Through.of(
                named == null
                        ? List.of()
                        : named.stream().map(one -> catalog.get(one, "through")).toList(),
                Boolean.TRUE.equals(technical));
    }

    @QueryMapping
    LineagePaths lineagePaths(
            @Argument EntityRef from,
            @Argument EntityRef to,
            @Argument @Nullable Integer limit,
            @Argument @Nullable LocalDate asOf,
            @Argument @Nullable List<EntityRef> through,
            @Argument @Nullable Boolean throughTechnical) {
        return derivations.paths(
                catalog.get(from, "from"),
                catalog.get(to, "to"),
                limit == null ? 3 : limit,
                asOf,
                through(through, throughTechnical));
    }

    @QueryMapping
    LineageDiff lineageDiff(
            @Argument EntityRef of,
            @Argument LineageDirection direction,
            @Argument LocalDate from,
            @Argument LocalDate to,
            @Argument @Nullable Grain grain) {
        return derivations.diff(catalog.get(of, "of"), direction, grain == null ? Grain.FIELD : grain, from, to);
    }

    @SchemaMapping
    Page<LineageStep> came(LineageDiff diff, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return derivations.came(diff, window("came", diff, first, after));
    }

    @SchemaMapping
    Page<LineageStep> went(LineageDiff diff, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return derivations.went(diff, window("went", diff, first, after));
    }

    @SchemaMapping
    Page<LineageChange> changed(LineageDiff diff, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return derivations.changed(diff, window("changed", diff, first, after));
    }

    @SchemaMapping
    Completeness completeness(LineageDiff diff) {
        return Completeness.of(diff.recorded());
    }

    private static Window window(String list, LineageDiff diff, @Nullable Integer first, @Nullable String after) {
        return Window.of(
                "lineageDiff %s %s %s %s %s %s"
                        .formatted(list, diff.direction(), diff.of().id(), diff.grain(), diff.from(), diff.to()),
                first,
                after);
    }

    @SchemaMapping
    int count(Lineage lineage) {
        return lineage.count();
    }

    @SchemaMapping
    List<HopCount> hops(Lineage lineage) {
        return lineage.countsByHop().entrySet().stream()
                .map(hop -> new HopCount(hop.getKey(), hop.getValue()))
                .toList();
    }

    @SchemaMapping
    Page<Asset> ends(
            Lineage lineage,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return derivations.ends(lineage, window("ends", lineage, first, after), NamesAlone.areAskedFor(environment));
    }

    @SchemaMapping
    Page<LineageNode> nodes(
            Lineage lineage,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return derivations.nodes(
                lineage, window("nodes", lineage, first, after), NamesAlone.areAskedFor(environment, "asset"));
    }

    @SchemaMapping
    Page<LineageStep> edges(Lineage lineage, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return derivations.edges(lineage, window("edges", lineage, first, after));
    }

    @SchemaMapping
    Completeness completeness(Lineage lineage) {
        return lineage.recorded() ? Completeness.beyond(lineage.omitted()) : Completeness.of(false);
    }

    private static Window window(String list, Lineage lineage, @Nullable Integer first, @Nullable String after) {
        return Window.of(
                "lineage %s %s %s %s %s %s %s"
                        .formatted(
                                list,
                                lineage.direction(),
                                lineage.of().id(),
                                lineage.grain(),
                                lineage.maxHops(),
                                lineage.asOf(),
                                lineage.through().mark()),
                first,
                after);
    }

    record HopCount(int hop, int count) {}
}
