package yuanliu.ownership;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.lineage.LineagePath;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Answers who the one source of a datum is.
@Controller
class OwnershipController {

    private final Ledger ledger;
    private final SourcesInRegions inRegions;
    private final Candidates candidates;
    private final Holders holders;

    OwnershipController(
            Ledger ledger,
            LocalSources localSources,
            SourcesInRegions inRegions,
            Candidates candidates,
            Holders holders,
            BatchLoaderRegistry loaders) {
        this.ledger = ledger;
        this.inRegions = inRegions;
        this.candidates = candidates;
        this.holders = holders;
        loaders.<InstancesAsked, Page<LocalSource>>forName("instances")
                .registerMappedBatchLoader((asked, environment) -> Mono.fromCallable(() -> localSources.pages(asked)));
        loaders.<SourceUnit, Standing>forName("standings")
                .registerMappedBatchLoader((units, environment) -> Mono.fromCallable(() -> ledger.standings(units)));
        loaders.<HoldersAsked, Page<Holder>>forName("holders")
                .registerMappedBatchLoader((asked, environment) -> Mono.fromCallable(() -> holders.pages(asked)));
    }

    @QueryMapping
    Optional<SourceUnit> sourceUnit(
            @Argument String element,
            @Argument @Nullable String subject,
            @Argument @Nullable String qualifier,
            @Argument @Nullable String region) {
        return ledger.find(element, subject, qualifier, region);
    }

    @QueryMapping
    Optional<SourceInRegion> sourceIn(
            @Argument String element,
            @Argument @Nullable String subject,
            @Argument @Nullable String qualifier,
            @Argument String region) {
        return inRegions.find(element, subject, qualifier, region);
    }

    @QueryMapping
    Page<SourceUnit> sourceUnits(
            @Argument @Nullable SourceUnitFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? SourceUnitFilter.ALL : filter;
        asked.check();
        return ledger.page(asked, Window.of("sourceUnits|" + asked, first, after));
    }

    @SchemaMapping
    CompletableFuture<SourceState> state(SourceUnit unit, DataLoader<SourceUnit, Standing> standings) {
        return standings.load(unit).thenApply(Standing::state);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Designation> designation(SourceUnit unit, DataLoader<SourceUnit, Standing> standings) {
        return standings.load(unit).thenApply(Standing::designation);
    }

    @SchemaMapping
    CompletableFuture<List<Designation>> history(SourceUnit unit, DataLoader<SourceUnit, Standing> standings) {
        return standings.load(unit).thenApply(Standing::history);
    }

    @SchemaMapping(typeName = "SourceUnit", field = "holders")
    CompletableFuture<Page<Holder>> holders(
            SourceUnit unit,
            @Argument @Nullable AcquisitionMode mode,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataLoader<HoldersAsked, Page<Holder>> holders) {
        return holders.load(HoldersAsked.of(unit, mode, first, after));
    }

    @BatchMapping
    Map<SourceUnit, List<Held>> held(List<SourceUnit> units) {
        return holders.counts(units);
    }

    /// Where a designation does not name a line, it has no instances, and nothing has to be asked.
    @SchemaMapping
    CompletableFuture<Page<LocalSource>> instances(
            Designation designation,
            @Argument @Nullable String region,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataLoader<InstancesAsked, Page<LocalSource>> instances) {
        var asked = InstancesAsked.of(designation, region, first, after);
        return designation.line()
                ? instances.load(asked)
                : CompletableFuture.completedFuture(Page.of(asked.window(), List.of(), 0, InstancesAsked::place));
    }

    @BatchMapping
    Map<Holder, Boolean> fromSource(List<Holder> some) {
        var from = ledger.fromSource(some);
        return some.stream().distinct().collect(toMap(holder -> holder, from::contains));
    }

    @BatchMapping
    Map<Holder, LineagePath> pathToSource(List<Holder> some) {
        return ledger.pathsToSource(some);
    }

    @BatchMapping
    Map<SourceUnit, List<SourceCandidate>> candidates(List<SourceUnit> units) {
        return candidates.of(units);
    }

    @BatchMapping
    Map<DataField, SourceUnit> sourceUnit(List<DataField> fields) {
        return ledger.unitsOf(fields);
    }
}
