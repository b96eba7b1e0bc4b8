// A window of what departments want of others: the sharing relationships, by code.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $library     key of the library of what is wanted; null for all
// $after       the code behind which the window begins; null at the start
// $limit       how many at most
// plan: all are wanted, window by window
MATCH (agreement:SharingAgreement)
WHERE agreement.code > coalesce($after, '')
MATCH (agreement)-[:OF]->(resource:DataResource)-[:PROVIDED_BY]->(provider:Department)
MATCH (agreement)-[:GRANTED_TO]->(department:Department)
WHERE ($library IS NULL OR resource.library = $library)
  AND ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
WITH agreement, resource, provider, department
ORDER BY agreement.code
LIMIT $limit
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN agreement {.*, resource: properties(resource), consumer: properties(department), system: properties(system)} AS agreement,
  properties(provider) AS provider,
  COLLECT { MATCH (resource)-[:HAS_FIELD]->(field:DataField) RETURN field.name ORDER BY field.code LIMIT 200 } AS items,
  COUNT { (resource)-[:HAS_FIELD]->(:DataField) } AS itemCount
ORDER BY agreement.code
