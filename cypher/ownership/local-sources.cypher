// A window of the local instances of line-level designations, by region, then by code, and how many there are.
// $designations  keys
// $region        key of the region in which they have to lie; null for all
// $afterRegion   the place behind which the window begins: the region's code, empty where there is none, and
// $afterCode     the department's; null at the start
// $limit         how many at most, of each designation
//
// An instance is a department that is guided by the one that answers for the designation, directly or by way of others,
// and collects or generates the unit in an entry that is in use.
UNWIND $designations AS key
CALL (key) {
  MATCH (designation:Designation {key: key})-[:OF]->(unit:SourceUnit)
  MATCH (designation)-[:NAMES]->(named:Department)
  MATCH (named)
    ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (head:Department WHERE NOT coalesce(head.status, '在设') IN ['撤销', '合并'])
  RETURN unit, head
  ORDER BY head.key
  LIMIT 1
}
CALL (unit, head) {
  MATCH (:SourceUnit {key: left(unit.key, size(unit.key) - coalesce(size(unit.regionKey) + 1, 0))})
    <-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(local:Department)
  WHERE field.acquisition IN ['采集', '产生']
    AND coalesce(resource.status, '已发布') <> '已停用'
    AND coalesce(local.status, '在设') = '在设'
    AND local <> head
    AND EXISTS { (local)-[:GUIDED_BY]->{1,20}(above:Department) WHERE above = head }
    AND (unit.regionKey IS NULL
      OR EXISTS { (local)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: unit.regionKey}) })
    AND ($region IS NULL
      OR EXISTS { (local)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
  CALL (local) {
    OPTIONAL MATCH (local)-[:LOCATED_IN]->(place:Region)
    RETURN place
    ORDER BY place.key
    LIMIT 1
  }
  CALL (resource) {
    OPTIONAL MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem)
    RETURN system
    ORDER BY system.key
    LIMIT 1
  }
  WITH local, place, collect({field: field, resource: resource, system: system}) AS held
  ORDER BY coalesce(place.code, ''), local.code
  WITH collect({local: local, place: place, held: held}) AS fitting
  RETURN size(fitting) AS total,
    COLLECT {
      UNWIND [fit IN fitting
        WHERE $afterCode IS NULL
          OR coalesce(fit.place.code, '') > $afterRegion
          OR coalesce(fit.place.code, '') = $afterRegion AND fit.local.code > $afterCode][..$limit] AS fit
      RETURN {
        department: properties(fit.local),
        region: properties(fit.place),
        held: [one IN fit.held | {
          field: properties(one.field),
          resource: properties(one.resource),
          system: properties(one.system)
        }]
      }
    } AS instances
}
RETURN key AS designation, total, instances
