// How many sharing relationships are in force by some channels.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $channels    which channels
// $day         the day
// plan: all are wanted
MATCH (agreement:SharingAgreement)
WHERE agreement.code > ''
  AND agreement.channel IN $channels
  AND coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
MATCH (agreement)-[:OF]->(resource:DataResource)-[:PROVIDED_BY]->(department:Department)
MATCH (agreement)-[:GRANTED_TO]->(consumer:Department)
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
RETURN count(*) AS total
