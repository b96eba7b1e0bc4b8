// The members of a line that hold the unit of a line-level designation in one of some regions: its head too.
// $designation  key
// $regions      keys of regions
MATCH (designation:Designation {key: $designation})-[:OF]->(unit:SourceUnit)
MATCH (designation)-[:NAMES]->(named:Department)
MATCH (named)
  ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
  (head:Department WHERE NOT coalesce(head.status, '在设') IN ['撤销', '合并'])
WITH unit, head
ORDER BY head.key
LIMIT 1
UNWIND $regions AS region
MATCH (place:Region {key: region})<-[:LOCATED_IN]-(local:Department)
WHERE coalesce(local.status, '在设') = '在设'
  AND EXISTS { (local)-[:GUIDED_BY]->{0,20}(above:Department) WHERE above = head }
MATCH (local)<-[:PROVIDED_BY]-(resource:DataResource)-[:HAS_FIELD]->(field:DataField)-[:HELD_AS]->(held:SourceUnit)
WHERE held.key = left(unit.key, size(unit.key) - coalesce(size(unit.regionKey) + 1, 0))
  AND field.acquisition IN ['采集', '产生']
  AND coalesce(resource.status, '已发布') <> '已停用'
CALL (resource) {
  OPTIONAL MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem)
  RETURN system
  ORDER BY system.key
  LIMIT 1
}
WITH place, local, collect({
  field: properties(field),
  resource: properties(resource),
  system: properties(system)
}) AS held
RETURN {department: properties(local), region: properties(place), held: held} AS instance
ORDER BY place.code, local.code
