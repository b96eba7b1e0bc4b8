package yuanliu.lineage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Form;
import yuanliu.catalog.InformationSystem;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;

/// Where a walk from something begins.
@Component
class Starts {

    private final Neo4jClient graph;
    private final Statement fieldsOfResource;
    private final Statement fieldsOfForm;
    private final Statement fieldsOfSystem;
    private final Statement fieldsOfDepartment;
    private final Statement fieldsOfElement;
    private final Statement ownersOfFields;
    private final Statement ownersOfSystem;
    private final Statement ownersOfDepartment;

    Starts(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.fieldsOfResource = cypher.get("lineage/fields-of-resource");
        this.fieldsOfForm = cypher.get("lineage/fields-of-form");
        this.fieldsOfSystem = cypher.get("lineage/fields-of-system");
        this.fieldsOfDepartment = cypher.get("lineage/fields-of-department");
        this.fieldsOfElement = cypher.get("lineage/fields-of-element");
        this.ownersOfFields = cypher.get("lineage/owners-of-fields");
        this.ownersOfSystem = cypher.get("lineage/owners-of-system");
        this.ownersOfDepartment = cypher.get("lineage/owners-of-department");
    }

    /// The keys of the fields at which a walk from something begins.
    ///
    /// @throws BadRequest when it has no fields by its nature
    List<String> fieldsOf(Entity of, LocalDate day) {
        return switch (of) {
            case DataField field -> List.of(Codes.key(field.code()));
            case DataResource resource -> keys(fieldsOfResource, resource);
            case Form form -> keys(fieldsOfForm, form);
            case InformationSystem system -> keys(fieldsOfSystem, system);
            case Department department -> keys(fieldsOfDepartment, department);
            case DataElement element -> keys(element, day);
            default -> throw new BadRequest("“%s”没有信息项,不能问它的血缘".formatted(of.name()));
        };
    }

    /// Where a walk begins that goes by whole resources too.
    ///
    /// @throws BadRequest when it has no fields by its nature
    Walk.Start of(Entity of, LocalDate day) {
        var fields = Set.copyOf(fieldsOf(of, day));
        var ownerOf = ownerOf(fields);
        return switch (of) {
            case DataResource resource ->
                new Walk.Start(fields, Set.of(Owner.of(false, Codes.key(resource.code()))), true, ownerOf);
            case Form form -> new Walk.Start(fields, Set.of(Owner.of(true, Codes.key(form.code()))), true, ownerOf);
            case InformationSystem system -> new Walk.Start(fields, owners(ownersOfSystem, system), true, ownerOf);
            case Department department -> new Walk.Start(fields, owners(ownersOfDepartment, department), true, ownerOf);
            default -> new Walk.Start(fields, new HashSet<>(ownerOf.values()), false, ownerOf);
        };
    }

    /// As [#of(Entity, LocalDate)], for who knows what fields belong to.
    ///
    /// @throws BadRequest when it has no fields by its nature
    Walk.Start withoutOwners(Entity of, LocalDate day) {
        var fields = Set.copyOf(fieldsOf(of, day));
        return switch (of) {
            case DataResource resource ->
                new Walk.Start(fields, Set.of(Owner.of(false, Codes.key(resource.code()))), true, Map.of());
            case Form form -> new Walk.Start(fields, Set.of(Owner.of(true, Codes.key(form.code()))), true, Map.of());
            case InformationSystem system -> new Walk.Start(fields, owners(ownersOfSystem, system), true, Map.of());
            case Department department ->
                new Walk.Start(fields, owners(ownersOfDepartment, department), true, Map.of());
            default -> Walk.Start.ofFields(fields);
        };
    }

    /// Where a walk begins that goes from some fields, and by what they belong to.
    Walk.Start ofFields(Collection<String> fields) {
        var ownerOf = ownerOf(fields);
        return new Walk.Start(Set.copyOf(fields), new HashSet<>(ownerOf.values()), false, ownerOf);
    }

    private List<String> keys(Statement statement, Entity of) {
        return List.copyOf(graph.query(statement.text())
                .bind(Codes.key(of.code()))
                .to("key")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("key").asString())
                .all());
    }

    private List<String> keys(DataElement element, LocalDate day) {
        return List.copyOf(graph.query(fieldsOfElement.text())
                .bind(Codes.key(element.code()))
                .to("key")
                .bind(day)
                .to("day")
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("key").asString())
                .all());
    }

    private Map<String, Owner> ownerOf(Collection<String> fields) {
        var owners = new HashMap<String, Owner>();
        if (!fields.isEmpty()) {
            graph.query(ownersOfFields.text())
                    .bind(List.copyOf(fields))
                    .to("keys")
                    .fetchAs(Owner.class)
                    .mappedBy((types, row) -> {
                        var owner = Owner.of(
                                row.get("ofForm").asBoolean(),
                                row.get("ownerKey").asString());
                        owners.put(row.get("key").asString(), owner);
                        return owner;
                    })
                    .all();
        }
        return owners;
    }

    private Set<Owner> owners(Statement statement, Entity of) {
        return Set.copyOf(graph.query(statement.text())
                .bind(Codes.key(of.code()))
                .to("key")
                .fetchAs(Owner.class)
                .mappedBy((types, row) ->
                        Owner.of(row.get("form").asBoolean(), row.get("key").asString()))
                .all());
    }
}
