// Who holds each unit, and where.
// $units  {key, heldAs, region}: the unit's key, the one its fields hang on, and its scope's key or null
// $most   how many fields at most, of each unit
UNWIND $units AS asked
CALL (asked) {
  MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)
    <-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WHERE asked.region IS NULL
    OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) }
  WITH field, department
  LIMIT $most
  RETURN field.key AS field, department.key AS department,
    COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key ORDER BY region.key } AS regions
}
RETURN asked.key AS unit, field, department, regions
