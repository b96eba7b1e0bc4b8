// How many designations there are.
// $element     key of a data element; null for all
// $inForce     whether they are in force on the day; null for either
// $from        the first day on which they may become valid; null for any
// $until       the last; null for any
// $department  key of the department; null for all
// $level       its level; null for all
// $region      key of the region in which it lies, or below; null for all
// $day         the day
// plan: there are few
MATCH (designation:Designation)-[:OF]->(unit:SourceUnit)-[:OF]->(element:DataElement)
WHERE designation.key IS NOT NULL
  AND ($element IS NULL OR element.key = $element)
OPTIONAL MATCH (unit)-[:WITHIN]->(scope:Region)
OPTIONAL MATCH (designation)-[:NAMES]->(named:Department)
OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
CALL (named) {
  OPTIONAL MATCH (named)
    ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (last:Department WHERE NOT coalesce(last.status, '在设') IN ['撤销', '合并'])
  RETURN last AS department
  ORDER BY last.key
  LIMIT 1
}
WITH designation, unit, element, scope, named, field, department,
  department IS NOT NULL
    AND coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
    AND (designation.state IN ['已认定', '牵头收集'] OR designation.state IS NULL AND designation.stateText IS NULL)
    AND (unit.regionKey IS NULL OR scope IS NOT NULL) AS inForce
WHERE ($inForce IS NULL OR inForce = $inForce)
  AND ($from IS NULL OR designation.validFrom >= $from)
  AND ($until IS NULL OR designation.validFrom <= $until)
  AND ($department IS NULL OR department.key = $department)
  AND ($level IS NULL OR department.level = $level)
  AND ($region IS NULL OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
RETURN count(*) AS total
