// A window of what departments have to provide: their entries in use that are shared, by code.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $library     key of the library they belong to; null for all
// $day         the day whose agreements count
// $after       the code behind which the window begins; null at the start
// $limit       how many at most
MATCH (resource:DataResource)
WHERE resource.code > coalesce($after, '')
  AND resource.sharing IN ['无条件共享', '有条件共享']
  AND NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿']
  AND ($library IS NULL OR resource.library = $library)
MATCH (resource)-[:PROVIDED_BY]->(department:Department)
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
WITH resource, department
ORDER BY resource.code
LIMIT $limit
RETURN properties(resource) AS resource, properties(department) AS department,
  COLLECT { MATCH (resource)-[:HAS_FIELD]->(field:DataField) RETURN field.name ORDER BY field.code LIMIT 200 } AS items,
  COUNT { (resource)-[:HAS_FIELD]->(:DataField) } AS itemCount,
  COUNT {
    MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
    WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
    RETURN DISTINCT consumer
  } AS users
ORDER BY resource.code
