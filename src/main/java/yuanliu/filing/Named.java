package yuanliu.filing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.filing.reading.Sheet;

/// A column that names another thing, and the relationship that is made of it.
///
/// @param column    the column's alias
/// @param things    what may be named; the word of `UNKNOWN_<WHAT>`
/// @param type      the relationship's type
/// @param linked    the statement that makes the link: `filing/linked-…`, and `filing/late-…`
/// @param late      whether the link may be made later: then the cell is kept in `<column>Ref` and `<column>Key`
record Named(String column, Things things, String type, String linked, boolean late) {

    static final Map<Sheet, List<Named>> BY_SHEET = Map.of(
            Sheet.REGIONS,
            List.of(new Named("parent", Things.REGION, "PART_OF", "region-parents", true)),
            Sheet.DEPARTMENTS,
            List.of(
                    new Named("region", Things.REGION, "LOCATED_IN", "department-regions", true),
                    new Named("parent", Things.DEPARTMENT, "PART_OF", "department-parents", true),
                    new Named("guidedBy", Things.DEPARTMENT, "GUIDED_BY", "department-guides", true),
                    new Named("successor", Things.DEPARTMENT, "SUCCEEDED_BY", "department-successors", true)),
            Sheet.SYSTEMS,
            List.of(new Named("department", Things.DEPARTMENT, "OPERATED_BY", "system-operators", false)),
            Sheet.ELEMENTS,
            List.of(),
            Sheet.RESOURCES,
            List.of(
                    new Named("provider", Things.DEPARTMENT, "PROVIDED_BY", "resource-providers", false),
                    new Named("system", Things.SYSTEM, "HOSTED_IN", "resource-systems", true)),
            Sheet.FIELDS,
            List.of(new Named("element", Things.ELEMENT, "REPRESENTS", "field-elements", true)),
            Sheet.FORMS,
            List.of(
                    new Named("department", Things.DEPARTMENT, "ISSUED_BY", "form-issuers", false),
                    new Named("system", Things.SYSTEM, "COLLECTED_IN", "form-systems", true),
                    new Named("region", Things.REGION, "APPLIES_IN", "form-regions", true)),
            Sheet.FORM_FIELDS,
            List.of(new Named("element", Things.ELEMENT, "REPRESENTS", "field-elements", true)),
            Sheet.SHARING,
            List.of(
                    new Named("resource", Things.RESOURCE, "OF", "agreement-resources", false),
                    new Named("consumer", Things.DEPARTMENT, "GRANTED_TO", "agreement-consumers", false),
                    new Named("system", Things.SYSTEM, "USED_BY", "agreement-systems", true)));

    /// What is filed under a code of its own.
    enum Things {
        REGION(Sheet.REGIONS, "regions"),
        DEPARTMENT(Sheet.DEPARTMENTS, "departments"),
        SYSTEM(Sheet.SYSTEMS, "systems"),
        ELEMENT(Sheet.ELEMENTS, "elements"),
        RESOURCE(Sheet.RESOURCES, "resources"),
        FORM(Sheet.FORMS, "forms"),
        AGREEMENT(Sheet.SHARING, "agreements");

        private final Sheet sheet;
        private final String statements;

        Things(Sheet sheet, String statements) {
            this.sheet = sheet;
            this.statements = statements;
        }

        Sheet sheet() {
            return sheet;
        }

        String statements() {
            return statements;
        }

        static @Nullable Things of(Sheet sheet) {
            for (var things : values()) {
                if (things.sheet == sheet) {
                    return things;
                }
            }
            return null;
        }
    }
}
