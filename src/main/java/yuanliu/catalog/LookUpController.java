package yuanliu.catalog;

import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.web.Codes;

@Controller
class LookUpController {

    private final Entities entities;
    private final Catalog catalog;

    LookUpController(Entities entities, Catalog catalog) {
        this.entities = entities;
        this.catalog = catalog;
    }

    @QueryMapping
    Optional<Entity> entity(@Argument String id) {
        return entities.find(id);
    }

    @QueryMapping
    Optional<Department> department(@Argument String code) {
        return find(Kind.DEPARTMENT, code).map(Department.class::cast);
    }

    @QueryMapping
    Optional<InformationSystem> informationSystem(@Argument String code) {
        return find(Kind.INFORMATION_SYSTEM, code).map(InformationSystem.class::cast);
    }

    @QueryMapping
    Optional<DataResource> dataResource(@Argument String code) {
        return find(Kind.DATA_RESOURCE, code).map(DataResource.class::cast);
    }

    @QueryMapping
    Optional<DataField> dataField(@Argument String code) {
        return find(Kind.DATA_FIELD, code).map(DataField.class::cast);
    }

    @QueryMapping
    Optional<DataElement> dataElement(@Argument String code) {
        return find(Kind.DATA_ELEMENT, code).map(DataElement.class::cast);
    }

    @QueryMapping
    Optional<Form> form(@Argument String code) {
        return find(Kind.FORM, code).map(Form.class::cast);
    }

    @SchemaMapping(typeName = "Entity")
    String id(Entity entity) {
        return entity.id();
    }

    private Optional<Entity> find(Kind kind, String code) {
        return catalog.find(kind, Codes.key(code));
    }
}
