// How many departments there are.
// $region         the key of the region that they are in, or below; null for anywhere
// $level          their level, or null
// $nameContains   what their name or short name has in it, or null
// $dataAuthority  whether they are the data authority, or null
// $status         their status, or null
// $parent         the key of the department that they belong to, or null
// $guidedBy       the key of the department that guides them, or null
MATCH (department:Department)
WHERE department.code > ''
  AND ($region IS NULL OR EXISTS {
    (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
  AND ($level IS NULL OR department.level = $level)
  AND ($nameContains IS NULL
    OR toLower(department.name) CONTAINS toLower($nameContains)
    OR toLower(department.shortName) CONTAINS toLower($nameContains))
  AND ($dataAuthority IS NULL OR department.dataAuthority = $dataAuthority)
  AND ($status IS NULL OR department.status = $status)
  AND ($parent IS NULL OR EXISTS { (department)-[:PART_OF]->(:Department {key: $parent}) })
  AND ($guidedBy IS NULL OR EXISTS { (department)-[:GUIDED_BY]->(:Department {key: $guidedBy}) })
RETURN count(department) AS total
