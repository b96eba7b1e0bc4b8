// How many fields have broken lineage, by the department that provides them.
// $day         the day
// $department  the key of the department that provides them, or null
// $region      the key of the region that this is in, or below; null for anywhere
// $byTheWhole  whether their resource as a whole is made from another; null when either
// plan: it is asked which of all fields lack something, and a department may be joined in from its own side
MATCH (field:DataField)
WHERE field.key > ''
  AND NOT coalesce(field.acquisition IN ['采集', '产生'], false)
  AND NOT EXISTS {
    MATCH (field)-[step:DERIVED_FROM]->(:DataField)
    WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  }
MATCH (field)<-[:HAS_FIELD]-(resource:DataResource)
OPTIONAL MATCH (resource)-[:PROVIDED_BY]->(department:Department)
WITH department, EXISTS {
    MATCH (resource)-[step:DERIVED_FROM]->(:DataResource)
    WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  } AS byTheWhole
WHERE ($department IS NULL OR department.key = $department)
  AND ($region IS NULL OR EXISTS {
    (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
  AND ($byTheWhole IS NULL OR byTheWhole = $byTheWhole)
RETURN department {.*} AS department, count(*) AS fields
ORDER BY fields DESC, department.code
