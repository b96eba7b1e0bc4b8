// Of units with a source, those of which that department has no item in an entry in use.
// $units       {key, heldAs, department, line}: the unit's key, the one its fields hang on, the key of its source, and whether that stands for its whole line
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
UNWIND $units AS asked
MATCH (department:Department {key: asked.department})
WHERE ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
  AND NOT EXISTS {
    MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(:DataField)<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(keeper:Department)
    WHERE (keeper = department OR asked.line AND EXISTS { (keeper)-[:GUIDED_BY]->{1,10}(department) })
      AND NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿']
  }
RETURN asked.key AS unit, properties(department) AS department
