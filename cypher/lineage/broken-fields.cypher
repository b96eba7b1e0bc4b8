// A window of the fields whose lineage is broken: neither collected nor generated, and made from no field on a day.
// $day         the day
// $department  the key of the department that provides them, or null
// $region      the key of the region that this is in, or below; null for anywhere
// $byTheWhole  whether their resource as a whole is made from another; null when either
// $after       the key behind which it begins; empty at the start
// $most        how many at most
// plan: it is asked which of all fields lack something, and a department may be joined in from its own side
MATCH (field:DataField)
WHERE field.key > $after
  AND NOT coalesce(field.acquisition IN ['采集', '产生'], false)
  AND NOT EXISTS {
    MATCH (field)-[step:DERIVED_FROM]->(:DataField)
    WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  }
MATCH (field)<-[:HAS_FIELD]-(resource:DataResource)
OPTIONAL MATCH (resource)-[:PROVIDED_BY]->(department:Department)
WITH field, department, EXISTS {
    MATCH (resource)-[step:DERIVED_FROM]->(:DataResource)
    WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  } AS byTheWhole
WHERE ($department IS NULL OR department.key = $department)
  AND ($region IS NULL OR EXISTS {
    (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
  AND ($byTheWhole IS NULL OR byTheWhole = $byTheWhole)
RETURN field {.*} AS field, department {.*} AS department, byTheWhole,
  COLLECT {
    MATCH (field)-[step:DERIVED_FROM]->(:DataField)
    WHERE step.validTo <= $day
    RETURN max(step.validTo)
  }[0] AS endedOn
ORDER BY field.key
LIMIT $most
