// What the line of each line-level designation collects or generates of the unit in entries in use, its head included.
// $designations  keys
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
MATCH (:SourceUnit {key: left(unit.key, size(unit.key) - coalesce(size(unit.regionKey) + 1, 0))})
  <-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(local:Department)
WHERE field.acquisition IN ['采集', '产生']
  AND coalesce(resource.status, '已发布') <> '已停用'
  AND coalesce(local.status, '在设') = '在设'
  AND EXISTS { (local)-[:GUIDED_BY]->{0,20}(above:Department) WHERE above = head }
  AND (local = head OR unit.regionKey IS NULL
    OR EXISTS { (local)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: unit.regionKey}) })
RETURN key AS designation, field.key AS field
