package yuanliu.lineage;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Asset;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.cypher.Together;

/// Where the ends of rows lie at each grain, and what the things there are.
@Component
class Places {

    private final Neo4jClient graph;
    private final Statement places;
    private final Statement thingsAt;
    private final Catalog catalog;
    private final Together<Long, Asset> fields;
    private final Together<Long, Asset> names;

    Places(Neo4jClient graph, Catalog catalog, CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.places = cypher.get("lineage/places");
        this.thingsAt = cypher.get("lineage/things-at");
        this.fields = cypher.together(nodes -> fields(nodes, false));
        this.names = cypher.together(nodes -> fields(nodes, true));
    }

    /// Where each end of the rows of a walk lies; null when it has no such place.
    Function<End, @Nullable Place> of(Walk walk, Grain grain) {
        if (grain == Grain.FIELD) {
            return end -> new Place(end.kind(), end.key(), end.code());
        }
        var owners = new LinkedHashSet<Owner>();
        for (var step : walk.steps()) {
            for (var end : List.of(step.row().from(), step.row().to())) {
                var owner = walk.ownerOf(end);
                if (owner != null) {
                    owners.add(owner);
                }
            }
        }
        var placeOf = of(owners, grain);
        return end -> {
            var owner = walk.ownerOf(end);
            return owner == null ? null : placeOf.get(owner);
        };
    }

    private Map<Owner, Place> of(Collection<Owner> owners, Grain grain) {
        var found = new HashMap<Owner, Place>();
        if (!owners.isEmpty()) {
            graph.query(places.text())
                    .bind(Recorded.keys(owners, false))
                    .to("resources")
                    .bind(Recorded.keys(owners, true))
                    .to("forms")
                    .fetchAs(Owner.class)
                    .mappedBy((types, row) -> {
                        var owner = Owner.of(
                                row.get("ofForm").asBoolean(),
                                row.get("ownerKey").asString());
                        var place = switch (grain) {
                            case SYSTEM -> place(grain.kind(), row.get("system"));
                            case DEPARTMENT -> place(grain.kind(), row.get("department"));
                            case FIELD, RESOURCE ->
                                new Place(
                                        owner.kind(),
                                        owner.key(),
                                        row.get("code").asString());
                        };
                        if (place != null) {
                            found.put(owner, place);
                        }
                        return owner;
                    })
                    .all();
        }
        return found;
    }

    private static @Nullable Place place(Kind kind, Value projection) {
        return projection.isNull()
                ? null
                : new Place(
                        kind,
                        projection.get("key").asString(),
                        projection.get("code").asString());
    }

    /// Fields by the ids of their nodes; without those that are not there.
    ///
    /// @param namesAlone whether nothing but what they are called is wanted
    Map<Long, Asset> fieldsAt(Collection<Long> nodes, boolean namesAlone) {
        return (namesAlone ? names : fields).ask(nodes);
    }

    private Map<Long, Asset> fields(Collection<Long> nodes, boolean namesAlone) {
        var found = new HashMap<Long, Asset>();
        graph.query(thingsAt.text())
                .bind(Kind.DATA_FIELD.label())
                .to("label")
                .bind(List.copyOf(nodes))
                .to("nodes")
                .bind(namesAlone)
                .to("namesAlone")
                .fetchAs(Asset.class)
                .mappedBy((types, row) -> {
                    var asset = (Asset) Kind.DATA_FIELD.read(row.get("thing"));
                    found.put(row.get("node").asLong(), asset);
                    return asset;
                })
                .all();
        return found;
    }

    /// What is at the ends of what is shown, read in one statement a kind.
    Things things(Collection<End> ends) {
        var keys = new HashMap<Kind, Set<String>>();
        ends.forEach(end ->
                keys.computeIfAbsent(end.kind(), kind -> new LinkedHashSet<>()).add(end.key()));
        var found = new HashMap<Kind, Map<String, Entity>>();
        keys.forEach((kind, these) -> found.put(kind, catalog.find(kind, these)));
        return new Things(found);
    }

    /// Things as they are shown, by kind and key.
    record Things(Map<Kind, Map<String, Entity>> assets) {

        Asset get(End end) {
            var asset = assets.getOrDefault(end.kind(), Map.of()).get(end.key());
            if (asset == null) {
                throw new IllegalStateException("%s went while it was walked".formatted(end));
            }
            return (Asset) asset;
        }
    }
}
