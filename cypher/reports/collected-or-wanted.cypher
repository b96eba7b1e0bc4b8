// Which department collects, generates or uses which unit, and in which library.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $day         the day whose agreements count
// plan: all are looked at
CALL () {
  MATCH (unit:SourceUnit)<-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(owner:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WHERE field.acquisition IN ['采集', '产生']
    AND NOT coalesce(owner.status, '已发布') IN ['已停用', '草稿']
    AND coalesce(department.status, '在设') = '在设'
  RETURN DISTINCT unit, department, coalesce(owner.library, '') AS library
UNION
  MATCH (department:Department)<-[:GRANTED_TO]-(agreement:SharingAgreement)-[:OF]->(resource:DataResource)-[:HAS_FIELD]->(:DataField)-[:HELD_AS]->(unit:SourceUnit)
  WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
    AND coalesce(department.status, '在设') = '在设'
  RETURN DISTINCT unit, department, coalesce(resource.library, '') AS library
}
WITH unit, department, library
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
RETURN unit.key AS unit, unit.subject AS subject, department.key AS department, library
