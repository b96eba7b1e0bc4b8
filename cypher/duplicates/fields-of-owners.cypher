// The fields of some resources and forms.
// $owners  keys
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:DataResource {key: owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
UNION ALL
  MATCH (:Form {key: owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
}
WITH field, properties(field) AS filed
RETURN filed {.key, .code, .name, .ownerKey, .acquisition, .sharing, .physicalName, .baseType, .maxLength, .codeList,
    .description, .understoodAs, .proposalConfidence, .proposedSubject, .proposedQualifier, .rejectedElements,
    subject: CASE
      WHEN filed.subject IS NOT NULL OR filed.bindingVersion IS NULL THEN filed.subject
      ELSE head(COLLECT { MATCH (field)-[bound:REPRESENTS]->(:DataElement) RETURN bound.subject })
    END,
    qualifier: CASE
      WHEN filed.qualifier IS NOT NULL OR filed.bindingVersion IS NULL THEN filed.qualifier
      ELSE head(COLLECT { MATCH (field)-[bound:REPRESENTS]->(:DataElement) RETURN bound.qualifier })
    END} AS field,
  COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.key ORDER BY element.key LIMIT 1 } AS elements
