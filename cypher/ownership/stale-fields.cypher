// Fields whose unit has to be computed anew, with all that decides it.
// $size  how many at most
//
// Setting what is set locks them until the transaction ends: so who changes one meanwhile marks it again behind us.
MATCH (field:DataField {stale: true})
WITH field
LIMIT $size
SET field.stale = true
WITH field
CALL (field) {
  OPTIONAL MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
  RETURN represents, element
  ORDER BY element.key
  LIMIT 1
}
OPTIONAL MATCH (resource:DataResource)-[:HAS_FIELD]->(field)
OPTIONAL MATCH (form:Form)-[:HAS_FIELD]->(field)
RETURN field.key AS field,
  element.code AS element,
  element.name AS elementName,
  element.subject AS elementSubject,
  coalesce(field.subject, represents.subject) AS subject,
  coalesce(field.qualifier, represents.qualifier) AS qualifier,
  resource.subject AS ownerSubject,
  form.respondent AS respondent,
  null AS region,
  null AS regionName
