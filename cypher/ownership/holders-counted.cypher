// How many hold each unit, by the word that says how they came by it.
// $units  {key, heldAs, region}: the unit's key, the one its fields hang on, and its scope's key or null
UNWIND $units AS asked
CALL (asked) {
  MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)
    <-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WHERE asked.region IS NULL
    OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) }
  RETURN field.acquisition AS acquisition, count(*) AS count
}
RETURN asked.key AS unit, acquisition, count
