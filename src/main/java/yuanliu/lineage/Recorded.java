package yuanliu.lineage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// The 血缘 rows that hold on a day, as walks ask for them.
@Component
class Recorded {

    private final Neo4jClient graph;
    private final Map<LineageDirection, Statement> fields;
    private final Map<LineageDirection, Statement> owned;
    private final Statement upstreamWhole;
    private final Statement downstreamWhole;
    private final Statement firstRecorded;

    Recorded(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.fields = Map.of(
                LineageDirection.UPSTREAM, cypher.get("lineage/upstream"),
                LineageDirection.DOWNSTREAM, cypher.get("lineage/downstream"));
        this.owned = Map.of(
                LineageDirection.UPSTREAM, cypher.get("lineage/upstream-owned"),
                LineageDirection.DOWNSTREAM, cypher.get("lineage/downstream-owned"));
        this.upstreamWhole = cypher.get("lineage/upstream-whole");
        this.downstreamWhole = cypher.get("lineage/downstream-whole");
        this.firstRecorded = cypher.get("lineage/first-recorded");
    }

    /// The first day of which any row tells; empty when there is none.
    Optional<LocalDate> firstDay() {
        return graph.query(firstRecorded.text())
                .fetchAs(LocalDate.class)
                .mappedBy((types, row) -> row.get("day").asLocalDate(null))
                .one();
    }

    /// Rows between fields alone.
    Walk.Rows betweenFields(LineageDirection direction, LocalDate day) {
        return new Walk.Rows() {

            @Override
            public List<Walk.FieldRow> ofFields(Collection<String> keys) {
                return List.copyOf(graph.query(of(fields, direction).text())
                        .bind(List.copyOf(keys))
                        .to("keys")
                        .bind(day)
                        .to("day")
                        .fetchAs(Walk.FieldRow.class)
                        .mappedBy((types, row) -> {
                            var derivation = Derivation.betweenFields(row);
                            var far = derivation.far(direction);
                            return new Walk.FieldRow(derivation, new Walk.Field(far.key(), far.code(), null, null));
                        })
                        .all());
            }

            @Override
            public List<Walk.WholeRow> ofWholes(Collection<Owner> owners) {
                return List.of();
            }
        };
    }

    /// Rows between fields, and rows between wholes.
    Walk.Rows all(LineageDirection direction, LocalDate day) {
        return new Walk.Rows() {

            @Override
            public List<Walk.FieldRow> ofFields(Collection<String> keys) {
                return List.copyOf(graph.query(of(owned, direction).text())
                        .bind(List.copyOf(keys))
                        .to("keys")
                        .bind(day)
                        .to("day")
                        .fetchAs(Walk.FieldRow.class)
                        .mappedBy((types, row) -> new Walk.FieldRow(
                                Derivation.betweenFields(row),
                                field(row.get("field"), Owner.orNull(row.get("ofForm"), row.get("ownerKey")))))
                        .all());
            }

            @Override
            public List<Walk.WholeRow> ofWholes(Collection<Owner> owners) {
                return direction == LineageDirection.UPSTREAM ? upstream(owners) : downstream(keys(owners, false));
            }

            private List<Walk.WholeRow> upstream(Collection<Owner> owners) {
                return List.copyOf(graph.query(upstreamWhole.text())
                        .bind(keys(owners, false))
                        .to("resources")
                        .bind(keys(owners, true))
                        .to("forms")
                        .bind(day)
                        .to("day")
                        .fetchAs(Walk.WholeRow.class)
                        .mappedBy((types, row) -> whole(row, direction))
                        .all());
            }

            /// Nothing is made from a form as a whole.
            private List<Walk.WholeRow> downstream(List<String> resources) {
                return resources.isEmpty()
                        ? List.of()
                        : List.copyOf(graph.query(downstreamWhole.text())
                                .bind(resources)
                                .to("resources")
                                .bind(day)
                                .to("day")
                                .fetchAs(Walk.WholeRow.class)
                                .mappedBy((types, row) -> whole(row, direction))
                                .all());
            }
        };
    }

    private static Statement of(Map<LineageDirection, Statement> statements, LineageDirection direction) {
        return Objects.requireNonNull(statements.get(direction));
    }

    static List<String> keys(Collection<Owner> owners, boolean ofForms) {
        return owners.stream()
                .filter(owner -> owner.isForm() == ofForms)
                .map(Owner::key)
                .toList();
    }

    private static Walk.WholeRow whole(Record row, LineageDirection direction) {
        var derivation = Derivation.betweenWholes(row);
        var owner = derivation.far(direction).owner();
        return new Walk.WholeRow(derivation, row.get("fields").asList(field -> field(field, owner)));
    }

    private static Walk.Field field(Value projection, @Nullable Owner owner) {
        var of = new Projection(projection);
        return new Walk.Field(of.text("key"), of.text("code"), of.textOrNull("acquisition"), owner);
    }
}
