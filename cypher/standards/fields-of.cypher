// A window of the fields of a resource, department, data element or region, by key: what each says of its shape, and what its element sets.
// $after       the key behind which it begins; empty at the start
// $bound       whether only those that represent an element are wanted
// $most        how many at most
// $resource    the key of the resource or form that has them, or null
// $department  the key of the department that provides or issues that, or null
// $element     the key of the data element that they represent, or null
// $region      the key of the region that their department is in, or below; null for anywhere
//
// It begins at the first of resource, department, element and region that is given; the others are then only checked.
CALL () {
  MATCH (:DataResource {key: $resource})-[:HAS_FIELD]->(field:DataField)
  RETURN field
  UNION
  MATCH (:Form {key: $resource})-[:HAS_FIELD]->(field:DataField)
  RETURN field
  UNION
  MATCH (:Department {key: $department})<-[:PROVIDED_BY|ISSUED_BY]-(:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
  WHERE $resource IS NULL
  RETURN field
  UNION
  MATCH (:DataElement {key: $element})<-[:REPRESENTS]-(field:DataField)
  WHERE $resource IS NULL AND $department IS NULL
  RETURN field
  UNION
  MATCH (:Region {key: $region})<-[:PART_OF]-{0,10}(:Region)<-[:LOCATED_IN]-(:Department)<-[:PROVIDED_BY|ISSUED_BY]-(:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
  WHERE $resource IS NULL AND $department IS NULL AND $element IS NULL
  RETURN field
}
WITH field
WHERE field.key > $after
  AND (NOT $bound OR EXISTS { (field)-[:REPRESENTS]->(:DataElement) })
  AND ($department IS NULL OR EXISTS { (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department {key: $department}) })
  AND ($element IS NULL OR EXISTS { (field)-[:REPRESENTS]->(:DataElement {key: $element}) })
  AND ($region IS NULL OR EXISTS {
    (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
WITH field
ORDER BY field.key
LIMIT $most
OPTIONAL MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
RETURN field.key AS key, field.code AS code,
  {
    name: field.name,
    qualifier: coalesce(field.qualifier, represents.qualifier),
    baseType: field.baseType,
    minLength: field.minLength,
    maxLength: field.maxLength,
    scale: field.scale,
    codeList: field.codeList
  } AS shape,
  element {.name, .synonyms, .dataType, .baseType, .minLength, .maxLength, .scale, .codeList} AS element
ORDER BY key
