// A window of the catalogue entries of a department, system, data element or region, by code.
// $after          the code behind which it begins; empty at the start
// $most           how many at most
// $department     the key of the department that provides them, or null
// $system         the key of the system that they are hosted in, or null
// $element        the key of the data element that a field of theirs represents, or null
// $region         the key of the region that their department is in, or below; null for anywhere
// $library        the name of the library that they belong to, or null
// $resourceClass  their class, or null
// $sharing        how they are shared, or null
// $open           whether they are open to the public, or null
// $status         their status, or null
// $nameContains   what their name has in it, or null
//
// It begins at the first of department, system, element and region that is given; the others are then only checked.
CALL () {
  MATCH (:Department {key: $department})<-[:PROVIDED_BY]-(resource:DataResource)
  RETURN resource
  UNION
  MATCH (:InformationSystem {key: $system})<-[:HOSTED_IN]-(resource:DataResource)
  WHERE $department IS NULL
  RETURN resource
  UNION
  MATCH (:DataElement {key: $element})<-[:REPRESENTS]-(:DataField)<-[:HAS_FIELD]-(resource:DataResource)
  WHERE $department IS NULL AND $system IS NULL
  RETURN resource
  UNION
  MATCH (:Region {key: $region})<-[:PART_OF]-{0,10}(:Region)<-[:LOCATED_IN]-(:Department)<-[:PROVIDED_BY]-(resource:DataResource)
  WHERE $department IS NULL AND $system IS NULL AND $element IS NULL
  RETURN resource
}
WITH resource
WHERE resource.code > $after
  AND ($system IS NULL OR EXISTS { (resource)-[:HOSTED_IN]->(:InformationSystem {key: $system}) })
  AND ($element IS NULL OR EXISTS { (resource)-[:HAS_FIELD]->(:DataField)-[:REPRESENTS]->(:DataElement {key: $element}) })
  AND ($region IS NULL OR EXISTS {
    (resource)-[:PROVIDED_BY]->(:Department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
  AND ($library IS NULL OR resource.library = $library)
  AND ($resourceClass IS NULL OR resource.class = $resourceClass)
  AND ($sharing IS NULL OR resource.sharing = $sharing)
  AND ($open IS NULL OR resource.open = $open)
  AND ($status IS NULL OR resource.status = $status)
  AND ($nameContains IS NULL OR toLower(resource.name) CONTAINS toLower($nameContains))
RETURN resource {.*} AS thing
ORDER BY resource.code
LIMIT $most
