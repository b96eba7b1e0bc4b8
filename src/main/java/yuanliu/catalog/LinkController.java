package yuanliu.catalog;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class LinkController {

    private final Links links;

    LinkController(Links links) {
        this.links = links;
    }

    @SchemaMapping(typeName = "Department", field = "department")
    Department itself(Department department) {
        return department;
    }

    @BatchMapping(typeName = "Department", field = "region")
    Map<Department, Region> departmentRegion(List<Department> departments) {
        return links.regionsOfDepartments(departments);
    }

    @BatchMapping(typeName = "Department", field = "parent")
    Map<Department, Department> departmentParent(List<Department> departments) {
        return links.parentsOfDepartments(departments);
    }

    @BatchMapping(typeName = "Department", field = "guidedBy")
    Map<Department, Department> guidedBy(List<Department> departments) {
        return links.guidesOf(departments);
    }

    @BatchMapping(typeName = "Department", field = "successor")
    Map<Department, Department> successor(List<Department> departments) {
        return links.successorsOf(departments);
    }

    @BatchMapping(typeName = "Region", field = "parent")
    Map<Region, Region> regionParent(List<Region> regions) {
        return links.parentsOfRegions(regions);
    }

    @BatchMapping(typeName = "InformationSystem", field = "department")
    Map<InformationSystem, Department> operator(List<InformationSystem> systems) {
        return links.operatorsOf(systems);
    }

    @BatchMapping(typeName = "DataResource", field = "department")
    Map<DataResource, Department> provider(List<DataResource> resources) {
        return links.providersOf(resources);
    }

    @BatchMapping(typeName = "DataResource", field = "system")
    Map<DataResource, InformationSystem> host(List<DataResource> resources) {
        return links.hostsOf(resources);
    }

    @BatchMapping(typeName = "Form", field = "department")
    Map<Form, Department> issuer(List<Form> forms) {
        return links.issuersOf(forms);
    }

    @BatchMapping(typeName = "Form", field = "system")
    Map<Form, InformationSystem> formSystem(List<Form> forms) {
        return links.systemsOf(forms);
    }

    @BatchMapping(typeName = "Form", field = "region")
    Map<Form, Region> formRegion(List<Form> forms) {
        return links.regionsOfForms(forms);
    }

    @BatchMapping(typeName = "DataField", field = "department")
    Map<DataField, Department> fieldDepartment(List<DataField> fields) {
        return links.departmentsOf(fields);
    }

    @BatchMapping(typeName = "DataField", field = "resource")
    Map<DataField, DataResource> resource(List<DataField> fields) {
        return links.resourcesOf(fields);
    }

    @BatchMapping(typeName = "DataField", field = "form")
    Map<DataField, Form> form(List<DataField> fields) {
        return links.formsOf(fields);
    }

    @BatchMapping(typeName = "DataField", field = "element")
    Map<DataField, DataElement> element(List<DataField> fields) {
        return links.elementsOf(fields);
    }
}
