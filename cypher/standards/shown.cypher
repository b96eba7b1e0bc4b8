// What is shown of each field: with its element, its resource or form, and the department of that.
// $keys  the keys of fields
UNWIND $keys AS key
MATCH (field:DataField {key: key})
OPTIONAL MATCH (field)-[:REPRESENTS]->(element:DataElement)
OPTIONAL MATCH (resource:DataResource)-[:HAS_FIELD]->(field)
OPTIONAL MATCH (form:Form)-[:HAS_FIELD]->(field)
OPTIONAL MATCH (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
RETURN key, field {.*} AS field, element {.*} AS element, resource {.*} AS resource, form {.*} AS form, department {.*} AS department
