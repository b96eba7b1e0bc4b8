package yuanliu.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.EntityRef;
import yuanliu.web.Page;
import yuanliu.web.Window;

@Controller
class ImpactController {

    private final Catalog catalog;
    private final Impacts impacts;

    ImpactController(Catalog catalog, Impacts impacts) {
        this.catalog = catalog;
        this.impacts = impacts;
    }

    @QueryMapping
    Impact impact(
            @Argument EntityRef of,
            @Argument ChangeKind change,
            @Argument @Nullable String cycle,
            @Argument @Nullable String sharing,
            @Argument @Nullable LocalDate asOf) {
        var asked = Change.of(change, cycle, sharing);
        return impacts.of(catalog.get(of, "of"), asked, asOf);
    }

    @SchemaMapping
    Page<DesignationHit> designations(
            Impact impact, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return impacts.designations(impact, Window.of(list("designations", impact), first, after));
    }

    @SchemaMapping
    Page<DepartmentImpact> departments(
            Impact impact, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return impacts.departments(impact, Window.of(list("departments", impact), first, after));
    }

    @SchemaMapping
    Page<ImpactedAsset> assets(
            Impact impact,
            @Argument @Nullable ImpactFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var which = filter == null ? ImpactFilter.ALL : filter;
        which.check();
        return impacts.assets(impact, which, Window.of(list("assets " + which, impact), first, after));
    }

    private static String list(String what, Impact impact) {
        return "impact %s %s %s %s".formatted(what, impact.asked(), impact.of().id(), impact.asOf());
    }
}
