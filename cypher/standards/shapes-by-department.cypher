// In which shapes the fields of each department come, and how often, for each element; those of no department last.
// plan: all are wanted, and none is kept longer than its department is counted
CALL () {
  MATCH (department:Department)
  RETURN department
  UNION ALL
  RETURN null AS department
}
CALL (department) {
  CALL (department) {
    MATCH (department)<-[:PROVIDED_BY|ISSUED_BY]-(:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
    RETURN field
    UNION ALL
    WITH department
    WHERE department IS NULL
    MATCH (owner:DataResource|Form)
    WHERE NOT EXISTS { (owner)-[:PROVIDED_BY|ISSUED_BY]->(:Department) }
    MATCH (owner)-[:HAS_FIELD]->(field:DataField)
    RETURN field
  }
  OPTIONAL MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
  WITH element,
    CASE WHEN element IS NOT NULL THEN {
      name: field.name,
      qualifier: coalesce(field.qualifier, represents.qualifier),
      baseType: field.baseType,
      minLength: field.minLength,
      maxLength: field.maxLength,
      scale: field.scale,
      codeList: field.codeList
    } END AS shape
  WITH element, shape, count(*) AS fields
  RETURN element, collect({shape: shape, fields: fields}) AS shapes
}
RETURN department.key AS department,
  head(COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key }) AS region,
  element {.name, .synonyms, .dataType, .baseType, .minLength, .maxLength, .scale, .codeList} AS element, shapes
