// The fields that were understood to be of a unit, of some departments, and of these so many.
// $unit         its key
// $departments  keys
// $most         how many at most
//
// plan: all fields of the unit are gone past by their relationships, without reading what they say
CALL () {
  MATCH (field:DataField {understoodAs: $unit})
  RETURN field, true AS understood
UNION ALL
  MATCH (proposal:Proposal {unitKey: $unit})
  MATCH (field:DataField {proposal: proposal.number})
  RETURN field, true AS understood
UNION ALL
  MATCH (:SourceUnit {key: $unit})<-[:HELD_AS]-(field:DataField)
  RETURN field, false AS understood
}
MATCH (field)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
WHERE department.key IN $departments
WITH field, understood
WHERE understood OR field.understoodAs IS NULL AND field.proposal IS NULL
WITH field
LIMIT $most
WITH field, properties(field) AS filed
RETURN filed.key AS key,
  CASE WHEN filed.code <> filed.key THEN filed.code END AS code,
  filed.name AS name,
  filed.ownerKey AS owner,
  filed.acquisition AS acquisition,
  filed.sharing AS sharing,
  filed.physicalName AS physicalName,
  filed.baseType AS baseType,
  filed.maxLength AS maxLength,
  filed.codeList AS codeList,
  filed.description AS description,
  CASE
    WHEN filed.subject IS NOT NULL OR filed.bindingVersion IS NULL THEN filed.subject
    ELSE head(COLLECT { MATCH (field)-[bound:REPRESENTS]->(:DataElement) RETURN bound.subject })
  END AS subject,
  CASE
    WHEN filed.qualifier IS NOT NULL OR filed.bindingVersion IS NULL THEN filed.qualifier
    ELSE head(COLLECT { MATCH (field)-[bound:REPRESENTS]->(:DataElement) RETURN bound.qualifier })
  END AS qualifier,
  filed.rejectedElements AS rejected,
  [(field)-[:REPRESENTS]->(element:DataElement) | element.key] AS elements,
  filed.understoodAs AS understoodAs,
  filed.proposal AS proposal
