// The catalogue by the level of who provides: what was filed, and what of it counts.
// $repeats     keys of entries that are another's over again
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// plan: all are counted
MATCH (department:Department)
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
OPTIONAL MATCH (department)<-[:PROVIDED_BY]-(resource:DataResource)
WITH coalesce(department.level, '') AS level, department, resource,
  resource IS NOT NULL AND NOT resource.key IN $repeats AND NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿'] AS counts
RETURN level,
  count(DISTINCT CASE WHEN coalesce(department.status, '在设') = '在设' THEN department END) AS departments,
  count(DISTINCT CASE WHEN resource IS NOT NULL THEN department END) AS providers,
  count(resource) AS filed,
  count(CASE WHEN coalesce(resource.status, '已发布') IN ['已停用', '草稿'] THEN 1 END) AS outOfUse,
  count(CASE WHEN resource.key IN $repeats AND NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿'] THEN 1 END) AS repeats,
  count(CASE WHEN counts THEN 1 END) AS entries,
  sum(CASE WHEN counts THEN COUNT { (resource)-[:HAS_FIELD]->(:DataField) } ELSE 0 END) AS items,
  count(CASE WHEN counts AND resource.sharing = '无条件共享' THEN 1 END) AS unconditional,
  count(CASE WHEN counts AND resource.sharing = '有条件共享' THEN 1 END) AS conditional,
  count(CASE WHEN counts AND resource.sharing = '不予共享' THEN 1 END) AS withheld,
  count(CASE WHEN counts AND resource.open THEN 1 END) AS open,
  count(CASE WHEN counts AND EXISTS { (resource)-[:HOSTED_IN]->(:InformationSystem) } THEN 1 END) AS mounted
