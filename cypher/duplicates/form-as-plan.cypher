// A form with all that makes it a plan of its department: where it is asked, in what system, and its fields.
// $key  its code
MATCH (form:Form {key: $key})
RETURN form {.*} AS form,
  COLLECT { MATCH (form)-[:ISSUED_BY]->(department:Department) RETURN department.code LIMIT 1 } AS departments,
  COLLECT { MATCH (form)-[:APPLIES_IN]->(region:Region) RETURN region.code LIMIT 1 } AS regions,
  COLLECT { MATCH (form)-[:COLLECTED_IN]->(system:InformationSystem) RETURN system.key ORDER BY system.key } AS systems,
  COLLECT {
    MATCH (form)-[:HAS_FIELD]->(field:DataField)
    RETURN {
      field: properties(field),
      elements: COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.code ORDER BY element.code LIMIT 1 }
    }
    ORDER BY field.ordinal, field.code
  } AS fields
