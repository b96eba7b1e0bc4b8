// A window of the holders of each unit, by how the department came by it, then by code, and how many there are.
// $units       {key, heldAs, region}: the unit's key, the one its fields hang on, and its scope's key or null
// $mode        only fields that were come by like this; null for all
// $afterRank   the place behind which the window begins: of the mode, and
// $afterCode   of the field; null at the start
// $limit       how many at most, of each unit
UNWIND $units AS asked
CALL (asked) {
  MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)
    <-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WHERE ($mode IS NULL OR field.acquisition = $mode)
    AND (asked.region IS NULL
      OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) })
  RETURN count(*) AS total
}
CALL (asked) {
  MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)
    <-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WHERE ($mode IS NULL OR field.acquisition = $mode)
    AND (asked.region IS NULL
      OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) })
  WITH field, department, CASE field.acquisition
    WHEN '采集' THEN 0
    WHEN '产生' THEN 1
    WHEN '共享获取' THEN 2
    WHEN '回流' THEN 3
    WHEN '加工派生' THEN 4
    WHEN '核验' THEN 5
    ELSE 6
  END AS rank
  WHERE $afterRank IS NULL OR rank > $afterRank OR rank = $afterRank AND field.code > $afterCode
  WITH field, department, rank
  ORDER BY rank, field.code
  LIMIT $limit
  RETURN collect({asset: properties(field), department: properties(department)}) AS holders
}
RETURN asked.key AS unit, total, holders
