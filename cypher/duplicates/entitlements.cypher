// On what footing a department can have some fields of others today.
// $fields      keys
// $department  key of who asks; null when nobody does
// $day         the day
UNWIND $fields AS key
MATCH (field:DataField {key: key})<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(provider:Department)
RETURN field.key AS field,
  resource {.*} AS resource,
  provider {.*} AS provider,
  coalesce(field.sharing, resource.sharing) AS sharing,
  provider.key = $department AS own,
  COLLECT {
    MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(:Department {key: $department})
    WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
    RETURN agreement.code
    ORDER BY agreement.code
  } AS agreements
