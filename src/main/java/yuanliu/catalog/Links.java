package yuanliu.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;

/// What the things of the catalogue are linked to, for many of them in one statement.
@Component
@Transactional(readOnly = true)
class Links {

    private final Neo4jClient graph;
    private final Statement departmentRegion;
    private final Statement departmentParent;
    private final Statement departmentGuide;
    private final Statement departmentSuccessor;
    private final Statement regionParent;
    private final Statement systemDepartment;
    private final Statement resourceDepartment;
    private final Statement resourceSystem;
    private final Statement formDepartment;
    private final Statement formSystem;
    private final Statement formRegion;
    private final Statement fieldDepartment;
    private final Statement fieldResource;
    private final Statement fieldForm;
    private final Statement fieldElement;

    Links(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.departmentRegion = cypher.get("catalog/department-region");
        this.departmentParent = cypher.get("catalog/department-parent");
        this.departmentGuide = cypher.get("catalog/department-guide");
        this.departmentSuccessor = cypher.get("catalog/department-successor");
        this.regionParent = cypher.get("catalog/region-parent");
        this.systemDepartment = cypher.get("catalog/system-department");
        this.resourceDepartment = cypher.get("catalog/resource-department");
        this.resourceSystem = cypher.get("catalog/resource-system");
        this.formDepartment = cypher.get("catalog/form-department");
        this.formSystem = cypher.get("catalog/form-system");
        this.formRegion = cypher.get("catalog/form-region");
        this.fieldDepartment = cypher.get("catalog/field-department");
        this.fieldResource = cypher.get("catalog/field-resource");
        this.fieldForm = cypher.get("catalog/field-form");
        this.fieldElement = cypher.get("catalog/field-element");
    }

    Map<Department, Region> regionsOfDepartments(List<Department> departments) {
        return linked(departmentRegion, departments, Region::from);
    }

    Map<Department, Department> parentsOfDepartments(List<Department> departments) {
        return linked(departmentParent, departments, Department::from);
    }

    Map<Department, Department> guidesOf(List<Department> departments) {
        return linked(departmentGuide, departments, Department::from);
    }

    Map<Department, Department> successorsOf(List<Department> departments) {
        return linked(departmentSuccessor, departments, Department::from);
    }

    Map<Region, Region> parentsOfRegions(List<Region> regions) {
        return linked(regionParent, regions, Region::from);
    }

    Map<InformationSystem, Department> operatorsOf(List<InformationSystem> systems) {
        return linked(systemDepartment, systems, Department::from);
    }

    Map<DataResource, Department> providersOf(List<DataResource> resources) {
        return linked(resourceDepartment, resources, Department::from);
    }

    Map<DataResource, InformationSystem> hostsOf(List<DataResource> resources) {
        return linked(resourceSystem, resources, InformationSystem::from);
    }

    Map<Form, Department> issuersOf(List<Form> forms) {
        return linked(formDepartment, forms, Department::from);
    }

    Map<Form, InformationSystem> systemsOf(List<Form> forms) {
        return linked(formSystem, forms, InformationSystem::from);
    }

    Map<Form, Region> regionsOfForms(List<Form> forms) {
        return linked(formRegion, forms, Region::from);
    }

    Map<DataField, Department> departmentsOf(List<DataField> fields) {
        return linked(fieldDepartment, fields, Department::from);
    }

    Map<DataField, DataResource> resourcesOf(List<DataField> fields) {
        return linked(fieldResource, fields, DataResource::from);
    }

    Map<DataField, Form> formsOf(List<DataField> fields) {
        return linked(fieldForm, fields, Form::from);
    }

    Map<DataField, DataElement> elementsOf(List<DataField> fields) {
        return linked(fieldElement, fields, DataElement::from);
    }

    private <A extends Entity, B extends Entity> Map<A, B> linked(
            Statement statement, Collection<A> things, Function<Value, B> reader) {
        var keys =
                things.stream().map(thing -> Codes.key(thing.code())).distinct().toList();
        var found = new HashMap<String, B>();
        graph.query(statement.text())
                .bind(keys)
                .to("keys")
                .fetchAs(Link.class)
                .mappedBy((types, row) -> new Link(row.get("key").asString(), row.get("thing")))
                .all()
                .forEach(link -> found.put(link.key(), reader.apply(link.thing())));
        var linked = new HashMap<A, B>();
        for (var thing : things) {
            var other = found.get(Codes.key(thing.code()));
            if (other != null) {
                linked.put(thing, other);
            }
        }
        return linked;
    }

    private record Link(String key, Value thing) {}
}
