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
import yuanliu.cypher.Together;
import yuanliu.web.Codes;

/// What the things of the catalogue are linked to, for many of them in one statement.
@Component
@Transactional(readOnly = true)
class Links {

    private final Neo4jClient graph;
    private final Together<String, Value> departmentRegion;
    private final Together<String, Value> departmentParent;
    private final Together<String, Value> departmentGuide;
    private final Together<String, Value> departmentSuccessor;
    private final Together<String, Value> regionParent;
    private final Together<String, Value> systemDepartment;
    private final Together<String, Value> resourceDepartment;
    private final Together<String, Value> resourceSystem;
    private final Together<String, Value> formDepartment;
    private final Together<String, Value> formSystem;
    private final Together<String, Value> formRegion;
    private final Together<String, Value> fieldDepartment;
    private final Together<String, Value> fieldResource;
    private final Together<String, Value> fieldForm;
    private final Together<String, Value> fieldElement;

    Links(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.departmentRegion = links(cypher, "catalog/department-region");
        this.departmentParent = links(cypher, "catalog/department-parent");
        this.departmentGuide = links(cypher, "catalog/department-guide");
        this.departmentSuccessor = links(cypher, "catalog/department-successor");
        this.regionParent = links(cypher, "catalog/region-parent");
        this.systemDepartment = links(cypher, "catalog/system-department");
        this.resourceDepartment = links(cypher, "catalog/resource-department");
        this.resourceSystem = links(cypher, "catalog/resource-system");
        this.formDepartment = links(cypher, "catalog/form-department");
        this.formSystem = links(cypher, "catalog/form-system");
        this.formRegion = links(cypher, "catalog/form-region");
        this.fieldDepartment = links(cypher, "catalog/field-department");
        this.fieldResource = links(cypher, "catalog/field-resource");
        this.fieldForm = links(cypher, "catalog/field-form");
        this.fieldElement = links(cypher, "catalog/field-element");
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

    private Together<String, Value> links(CypherLibrary cypher, String name) {
        var statement = cypher.get(name);
        return cypher.together(keys -> {
            var found = new HashMap<String, Value>();
            graph.query(statement.text())
                    .bind(List.copyOf(keys))
                    .to("keys")
                    .fetchAs(Value.class)
                    .mappedBy((types, row) -> found.put(row.get("key").asString(), row.get("thing")))
                    .all();
            return found;
        });
    }

    private static <A extends Entity, B extends Entity> Map<A, B> linked(
            Together<String, Value> links, Collection<A> things, Function<Value, B> reader) {
        var found = links.ask(
                things.stream().map(thing -> Codes.key(thing.code())).distinct().toList());
        var read = new HashMap<String, B>();
        found.forEach((key, thing) -> read.put(key, reader.apply(thing)));
        var linked = new HashMap<A, B>();
        for (var thing : things) {
            var other = read.get(Codes.key(thing.code()));
            if (other != null) {
                linked.put(thing, other);
            }
        }
        return linked;
    }
}
