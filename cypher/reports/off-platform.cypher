// A window of the sharing relationships in force by some channels, by code; the department is the provider.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $channels    which channels
// $day         the day
// $after       the code behind which the window begins; null at the start
// $limit       how many at most
// plan: all are wanted, window by window
MATCH (agreement:SharingAgreement)
WHERE agreement.code > coalesce($after, '')
  AND agreement.channel IN $channels
  AND coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
MATCH (agreement)-[:OF]->(resource:DataResource)-[:PROVIDED_BY]->(department:Department)
MATCH (agreement)-[:GRANTED_TO]->(consumer:Department)
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
WITH agreement, resource, department, consumer
ORDER BY agreement.code
LIMIT $limit
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN agreement {.*, resource: properties(resource), consumer: properties(consumer), system: properties(system)} AS agreement,
  properties(department) AS provider
ORDER BY agreement.code
