// What speaks for each department as the source of each unit: its fields, and who draws on them.
// $units  {key, heldAs, region}: the unit's key, the one its fields hang on, and its scope's key or null
// $day    the day whose lineage and agreements count
//
// Only what was collected or generated counts, in live entries of departments that there still are.
UNWIND $units AS asked
MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(resource:DataResource)
  -[:PROVIDED_BY]->(department:Department)
WHERE field.acquisition IN ['采集', '产生']
  AND coalesce(resource.status, '已发布') <> '已停用'
  AND coalesce(department.status, '在设') = '在设'
  AND (asked.region IS NULL
    OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) })
RETURN asked.key AS unit, properties(department) AS department, properties(field) AS field,
  resource.name AS resource, coalesce(resource.sharing, '') AS sharing, coalesce(resource.cycle, '') AS cycle,
  COUNT {
    (field)<-[derived:DERIVED_FROM]-(:DataField)
    WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
  } AS copies,
  COUNT {
    (resource)<-[:OF]-(agreement:SharingAgreement)
    WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
  } AS users
