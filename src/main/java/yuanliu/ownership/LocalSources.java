package yuanliu.ownership;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Page;

/// Where a line that is the source of a unit has it: its local instances (条线的属地机构).
@Component
@Transactional(readOnly = true)
class LocalSources {

    private final Neo4jClient graph;
    private final Statement localSources;
    private final Statement lineFields;
    private final Statement lineInRegions;

    LocalSources(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.localSources = cypher.get("ownership/local-sources");
        this.lineFields = cypher.get("ownership/line-fields");
        this.lineInRegions = cypher.get("ownership/line-in-regions");
    }

    /// The instances asked for, of all line-level designations that are asked alike in one statement.
    Map<InstancesAsked, Page<LocalSource>> pages(Collection<InstancesAsked> asked) {
        var pages = new HashMap<InstancesAsked, Page<LocalSource>>();
        asked.stream()
                .collect(groupingBy(InstancesAsked::part))
                .forEach((part, alike) -> pages.putAll(pages(part, alike)));
        return pages;
    }

    private Map<InstancesAsked, Page<LocalSource>> pages(InstancesAsked.Part part, List<InstancesAsked> alike) {
        var found = graph
                .query(localSources.text())
                .bind(alike.stream().map(InstancesAsked::designation).toList())
                .to("designations")
                .bind(part.region())
                .to("region")
                .bind(part.afterRegion())
                .to("afterRegion")
                .bind(part.afterCode())
                .to("afterCode")
                .bind(part.limit())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) -> new Shown(
                        row.get("designation").asString(),
                        row.get("total").asLong(),
                        row.get("instances").asList(LocalSource::from)))
                .all()
                .stream()
                .collect(toMap(Shown::designation, identity()));
        var pages = new HashMap<InstancesAsked, Page<LocalSource>>();
        for (var one : alike) {
            var shown = found.getOrDefault(one.designation(), Shown.NOTHING);
            pages.put(one, Page.of(one.window(), shown.instances(), shown.total(), InstancesAsked::place));
        }
        return pages;
    }

    /// By the key of each line-level designation, the keys of the fields that its line collects or generates.
    ///
    /// @param designations codes
    Map<String, Set<String>> fieldsOf(Collection<String> designations) {
        if (designations.isEmpty()) {
            return Map.of();
        }
        return graph
                .query(lineFields.text())
                .bind(designations.stream().map(Codes::key).toList())
                .to("designations")
                .fetchAs(FieldOf.class)
                .mappedBy((types, row) -> new FieldOf(
                        row.get("designation").asString(), row.get("field").asString()))
                .all()
                .stream()
                .collect(groupingBy(FieldOf::designation, mapping(FieldOf::field, toSet())));
    }

    /// Of a line-level designation's line the member that holds the unit in the first of some regions in which one
    /// does.
    ///
    /// @param regions keys, the nearest first
    Optional<LocalSource> nearest(Designation designation, List<String> regions) {
        return graph
                .query(lineInRegions.text())
                .bind(Codes.key(designation.code()))
                .to("designation")
                .bind(regions)
                .to("regions")
                .fetchAs(LocalSource.class)
                .mappedBy((types, row) -> LocalSource.from(row.get("instance")))
                .all()
                .stream()
                .min(Comparator.comparingInt((LocalSource one) -> regions.indexOf(regionKey(one)))
                        .thenComparing(one -> !one.servable())
                        .thenComparing(one -> one.department().code(), Codes.ORDER));
    }

    private static @Nullable String regionKey(LocalSource one) {
        return one.region() == null ? null : Codes.key(one.region().code());
    }

    private record Shown(String designation, long total, List<LocalSource> instances) {

        static final Shown NOTHING = new Shown("", 0, List.of());
    }

    private record FieldOf(String designation, String field) {}
}
