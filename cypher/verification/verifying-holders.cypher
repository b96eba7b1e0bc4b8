// The fields by which departments verify a unit without keeping it (核验), with their departments.
// $units  {key, heldAs, region}: the unit's key, the one its fields hang on, and its scope's key or null
UNWIND $units AS asked
MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField {acquisition: '核验'})
  <-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
WHERE asked.region IS NULL
  OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) }
RETURN asked.key AS unit, field {.*} AS field, department {.*} AS department
ORDER BY unit, department.code, field.code
