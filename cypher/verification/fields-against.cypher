// The fields of units in what they are held against: a field, or all of a resource, a system or a department.
// $rows  {id, unit, label, thing}: the key of the unit that holds the fields, the label and key of the thing
UNWIND $rows AS row
CALL (row) {
  WITH row
  WHERE row.label = 'DataField'
  MATCH (field:DataField {key: row.thing})
  RETURN field
UNION
  WITH row
  WHERE row.label = 'DataResource'
  MATCH (:DataResource {key: row.thing})-[:HAS_FIELD]->(field:DataField)
  RETURN field
UNION
  WITH row
  WHERE row.label = 'InformationSystem'
  MATCH (:InformationSystem {key: row.thing})<-[:HOSTED_IN]-(:DataResource)-[:HAS_FIELD]->(field:DataField)
  RETURN field
UNION
  WITH row
  WHERE row.label = 'Department'
  MATCH (:Department {key: row.thing})<-[:PROVIDED_BY]-(:DataResource)-[:HAS_FIELD]->(field:DataField)
  RETURN field
}
MATCH (field)<-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
WHERE EXISTS { (field)-[:HELD_AS]->(:SourceUnit {key: row.unit}) }
RETURN row.id AS id, field {.*} AS field, department {.*} AS department
ORDER BY id, field.code
