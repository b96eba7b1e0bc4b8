// The fields of some resources and forms.
// $owners  keys
UNWIND $owners AS owner
MATCH (field:DataField {ownerKey: owner})
RETURN field {.key, .code, .name, .ownerKey, .acquisition, .sharing, .physicalName, .baseType, .maxLength, .codeList,
    .description, .understoodAs, .proposalConfidence, .proposedSubject, .proposedQualifier, .rejectedElements,
    subject: CASE
      WHEN field.subject IS NOT NULL OR field.bindingVersion IS NULL THEN field.subject
      ELSE head(COLLECT { MATCH (field)-[bound:REPRESENTS]->(:DataElement) RETURN bound.subject })
    END,
    qualifier: CASE
      WHEN field.qualifier IS NOT NULL OR field.bindingVersion IS NULL THEN field.qualifier
      ELSE head(COLLECT { MATCH (field)-[bound:REPRESENTS]->(:DataElement) RETURN bound.qualifier })
    END} AS field,
  COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.key ORDER BY element.key LIMIT 1 } AS elements
