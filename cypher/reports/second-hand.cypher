// Who uses units by agreements that are not with their source.
// $units       {key, heldAs, at, department, region}: the unit's key, the one its fields hang on, the keys of the source's field and department, and of its scope or null
// $department  key of the department that uses; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $day         the day whose agreements count
// plan: of each unit one source's field and one department, found by their keys
UNWIND $units AS asked
MATCH (at:DataField {key: asked.at})<-[:HAS_FIELD]-(own:DataResource)
MATCH (source:Department {key: asked.department})
MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(supplier:Department)
WHERE field.key <> asked.at AND supplier.key <> asked.department
  AND NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿']
  AND NOT coalesce(supplier.dataAuthority, false)
  AND (asked.region IS NULL OR EXISTS { (supplier)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: asked.region}) })
MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(department:Department)
WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
  AND NOT department.key IN [asked.department, supplier.key]
  AND ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN asked.key AS unit,
  agreement {.*, resource: properties(resource), consumer: properties(department), system: properties(system)} AS agreement,
  properties(field) AS field, properties(supplier) AS supplier, supplier.key AS supplierKey,
  properties(at) AS at, properties(source) AS source, source.key AS sourceKey,
  coalesce(at.sharing, own.sharing) AS sharing,
  EXISTS {
    MATCH (own)<-[:OF]-(grant:SharingAgreement)-[:GRANTED_TO]->(department)
    WHERE coalesce($day < grant.expiresOn, true) AND coalesce(grant.status, '使用中') = '使用中'
  } AS granted
