// How many sharing relationships there are.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $library     key of the library of what is wanted; null for all
// plan: all are wanted
MATCH (agreement:SharingAgreement)
WHERE agreement.code > ''
MATCH (agreement)-[:OF]->(resource:DataResource)-[:PROVIDED_BY]->(:Department)
MATCH (agreement)-[:GRANTED_TO]->(department:Department)
WHERE ($library IS NULL OR resource.library = $library)
  AND ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
RETURN count(*) AS total
