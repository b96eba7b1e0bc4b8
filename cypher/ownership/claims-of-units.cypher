// What speaks for each department as the source of each unit: its fields, and who draws on them.
// $units  {key, heldAs, region}: the unit's key, the one its fields hang on, and its scope's key or null
// $day    the day whose agreements count
//
// Only what was collected or generated counts, in live entries of departments that there still are. The line of a
// department is told by the department at its top; of a ring, by the first in it.
UNWIND $units AS asked
MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(resource:DataResource)
  -[:PROVIDED_BY]->(department:Department)
WHERE field.acquisition IN ['采集', '产生']
  AND coalesce(resource.status, '已发布') <> '已停用'
  AND coalesce(department.status, '在设') = '在设'
  AND (asked.region IS NULL
    OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) })
CALL (department) {
  MATCH (department)-[:GUIDED_BY]->{0,20}(top:Department)
  RETURN top.key AS line
  ORDER BY EXISTS { (top)-[:GUIDED_BY]->() }, top.key
  LIMIT 1
}
RETURN asked.key AS unit, properties(department) AS department, properties(field) AS field, line,
  properties(resource) AS resource,
  COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key ORDER BY region.key } AS regions,
  COUNT {
    (resource)<-[:OF]-(agreement:SharingAgreement)
    WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
  } AS users
