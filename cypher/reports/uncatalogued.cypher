// What should be in the catalogue and is not: systems, departments and forms without an entry, entries without items.
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// plan: all are looked at
CALL () {
  MATCH (thing:InformationSystem)-[:OPERATED_BY]->(department:Department)
  WHERE NOT coalesce(thing.status, '运行') IN ['停用', '测试']
    AND NOT EXISTS { (thing)<-[:HOSTED_IN]-(:DataResource) }
  RETURN 'SYSTEM' AS kind, thing, department, COUNT { (thing)<-[:COLLECTED_IN]-(:Form) } AS size
UNION ALL
  MATCH (department:Department)
  WHERE coalesce(department.status, '在设') = '在设'
    AND NOT EXISTS { (department)<-[:PROVIDED_BY]-(:DataResource) }
    AND EXISTS { (department)<-[:OPERATED_BY|ISSUED_BY]-() }
  RETURN 'DEPARTMENT' AS kind, department AS thing, department, COUNT { (department)<-[:OPERATED_BY|ISSUED_BY]-() } AS size
UNION ALL
  MATCH (thing:Form)-[:ISSUED_BY]->(department:Department)
  WITH thing, department, COUNT {
    MATCH (thing)-[:HAS_FIELD]->(asked:DataField)
    WHERE NOT EXISTS {
      MATCH (department)<-[:PROVIDED_BY]-(:DataResource)-[:HAS_FIELD]->(kept:DataField)
      WHERE kept.nameKey = asked.nameKey
        OR EXISTS { MATCH (kept)-[:HELD_AS]->(unit:SourceUnit)<-[:HELD_AS]-(asked) }
    }
    RETURN asked
  } AS size
  WHERE size > 0
  RETURN 'FORM' AS kind, thing, department, size
UNION ALL
  MATCH (thing:DataResource)-[:PROVIDED_BY]->(department:Department)
  WHERE NOT coalesce(thing.status, '已发布') IN ['已停用', '草稿']
    AND NOT EXISTS { (thing)-[:HAS_FIELD]->(:DataField) }
  RETURN 'ENTRY' AS kind, thing, department, 0 AS size
}
WITH kind, thing, department, size
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
RETURN kind, thing {.*, kind: labels(thing)[0]} AS thing, properties(department) AS department, size
ORDER BY thing.code
