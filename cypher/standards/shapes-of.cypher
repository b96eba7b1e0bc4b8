// In which shapes the fields of a resource, department, data element or region come, and how often: for each group and element.
// $by          what makes a group: DEPARTMENT, REGION, ELEMENT, or TOTAL for one of all
// $resource    the key of the resource or form that has them, or null
// $department  the key of the department that provides or issues that, or null
// $element     the key of the data element that they represent, or null
// $region      the key of the region that their department is in, or below; null for anywhere
//
// It begins as `fields-of` does. Fields without an element are of one shape, null.
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
WHERE ($department IS NULL OR EXISTS { (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department {key: $department}) })
  AND ($element IS NULL OR EXISTS { (field)-[:REPRESENTS]->(:DataElement {key: $element}) })
  AND ($region IS NULL OR EXISTS {
    (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
OPTIONAL MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
WITH field, element,
  CASE $by
    WHEN 'DEPARTMENT' THEN head(COLLECT {
      MATCH (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(department:Department) RETURN department.key
    })
    WHEN 'REGION' THEN head(COLLECT {
      MATCH (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(:Department)-[:LOCATED_IN]->(region:Region) RETURN region.key
    })
    WHEN 'ELEMENT' THEN element.key
  END AS group,
  CASE WHEN element IS NOT NULL THEN {
    name: field.name,
    qualifier: coalesce(field.qualifier, represents.qualifier),
    baseType: field.baseType,
    minLength: field.minLength,
    maxLength: field.maxLength,
    scale: field.scale,
    codeList: field.codeList
  } END AS shape
WITH group, element, shape, count(*) AS fields
RETURN group, element {.name, .synonyms, .dataType, .baseType, .minLength, .maxLength, .scale, .codeList} AS element,
  collect({shape: shape, fields: fields}) AS shapes
