package yuanliu.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.Asset;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

@Controller
class EveryRowController {

    private final EveryRow everyRow;
    private final Derivations derivations;

    EveryRowController(EveryRow everyRow, Derivations derivations) {
        this.everyRow = everyRow;
        this.derivations = derivations;
    }

    @QueryMapping
    BrokenLineage brokenLineage(
            @Argument BrokenLineage.@Nullable BrokenLineageFilter filter, @Argument @Nullable LocalDate asOf) {
        return everyRow.broken(filter == null ? BrokenLineage.BrokenLineageFilter.ALL : filter, asOf);
    }

    @SchemaMapping(typeName = "BrokenLineage", field = "fields")
    Page<BrokenLineage.BrokenField> brokenFields(
            BrokenLineage broken, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return everyRow.fields(
                broken, Window.of("brokenLineage %s %s".formatted(broken.filter(), broken.asOf()), first, after));
    }

    @SchemaMapping(typeName = "BrokenLineage", field = "departments")
    Page<BrokenLineage.DepartmentCount> brokenDepartments(
            BrokenLineage broken, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        var window =
                Window.of("brokenLineage departments %s %s".formatted(broken.filter(), broken.asOf()), first, after);
        return Page.cut(
                window, broken.byDepartment(), one -> Cursor.at(one.department().code()));
    }

    @QueryMapping
    Page<ShownCycle> lineageCycles(
            @Argument @Nullable List<LineageCycle.CycleKind> kinds,
            @Argument @Nullable LocalDate asOf,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var window = Window.of("lineageCycles %s %s".formatted(kinds, asOf), first, after);
        var cycles = everyRow.cycles(asOf).stream()
                .filter(cycle -> kinds == null || kinds.contains(cycle.kind()))
                .toList();
        var page = Page.cut(window, cycles, cycle -> Cursor.at(cycle.kind(), cycle.code()));
        var shown = derivations.shownRows(
                page.getNodes().stream().map(LineageCycle::ring).toList());
        var assets = derivations.assets(
                page.getNodes().stream().map(LineageCycle::things).toList());
        var at = new int[1];
        return page.map(cycle -> {
            var i = at[0]++;
            return new ShownCycle(cycle.kind(), cycle.reason(), cycle.things().size(), assets.get(i), shown.get(i));
        });
    }

    record ShownCycle(
            LineageCycle.CycleKind kind, String reason, int size, List<Asset> assets, List<LineageStep> ring) {}

    /// Which drops. What is not said does not narrow.
    record GradeDropFilter(
            GradeDrop.@Nullable Measure measure,
            @Nullable String department,
            @Nullable Boolean inherited) {

        boolean fits(GradeDrop drop) {
            return (measure == null || measure == drop.measure())
                    && (department == null || Codes.key(department).equals(drop.department()))
                    && (inherited == null || inherited == drop.inherited());
        }
    }

    @QueryMapping
    Page<ShownDrop> gradeDrops(
            @Argument @Nullable GradeDropFilter filter,
            @Argument @Nullable LocalDate asOf,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var window = Window.of("gradeDrops %s %s".formatted(filter, asOf), first, after);
        var drops = everyRow.gradeDrops(asOf).stream()
                .filter(drop -> filter == null || filter.fits(drop))
                .toList();
        var page = Page.cut(window, drops, drop -> Cursor.at(drop.row().edge(), drop.measure()));
        var paths =
                derivations.shown(page.getNodes().stream().map(GradeDrop::way).toList());
        var shown = new ArrayList<>(paths);
        return page.map(drop -> {
            var path = shown.removeFirst();
            return new ShownDrop(
                    drop.measure(),
                    path.steps().getLast(),
                    drop.carried(),
                    drop.filed(),
                    drop.inherited(),
                    path.steps().getFirst().from(),
                    path);
        });
    }

    record ShownDrop(
            GradeDrop.Measure measure,
            LineageStep step,
            String carried,
            String filed,
            boolean inherited,
            Asset bearer,
            LineagePath path) {}
}
