// What a field says that tells of which unit it is, in the order in which FieldRow reads it.
// field  the field, and filed: its properties, gone through once
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
  filed.understoodAs AS understoodAs,
  filed.proposal AS proposal,
