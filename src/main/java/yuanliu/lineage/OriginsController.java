package yuanliu.lineage;

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
import yuanliu.web.Page;
import yuanliu.web.Window;

@Controller
class OriginsController {

    private final Catalog catalog;
    private final OriginSearch search;

    OriginsController(Catalog catalog, OriginSearch search) {
        this.catalog = catalog;
        this.search = search;
    }

    @QueryMapping
    Origins origins(@Argument EntityRef of, @Argument @Nullable LocalDate asOf) {
        return search.origins(catalog.get(of, "of"), asOf);
    }

    @SchemaMapping
    Page<Origins.Origin> sources(Origins origins, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return search.sources(origins, window("sources", origins, first, after));
    }

    @SchemaMapping
    Page<Origins.OriginGap> gaps(Origins origins, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return search.gaps(origins, window("gaps", origins, first, after));
    }

    @SchemaMapping
    Completeness completeness(Origins origins) {
        return Completeness.of(origins.recorded());
    }

    private static Window window(String list, Origins origins, @Nullable Integer first, @Nullable String after) {
        return Window.of("origins %s %s %s".formatted(list, origins.of().id(), origins.asOf()), first, after);
    }

    @QueryMapping
    SameOrigin sameOrigin(@Argument EntityRef one, @Argument EntityRef other, @Argument @Nullable LocalDate asOf) {
        return search.sameOrigin(catalog.get(one, "one"), catalog.get(other, "other"), asOf);
    }

    @SchemaMapping(typeName = "SameOrigin", field = "common")
    Page<Asset> common(SameOrigin same, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return search.common(
                same,
                Window.of(
                        "sameOrigin %s %s %s"
                                .formatted(same.one().id(), same.other().id(), same.asOf()),
                        first,
                        after));
    }

    @SchemaMapping(typeName = "SameOrigin", field = "divergences")
    List<SameOrigin.Divergence> divergences(SameOrigin same) {
        return same.parts();
    }

    @SchemaMapping
    Completeness completeness(SameOrigin same) {
        return Completeness.of(same.recorded());
    }
}
