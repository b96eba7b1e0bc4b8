// The fields of some resources and forms.
// $owners  keys
UNWIND $owners AS owner
MATCH (field:DataField {ownerKey: owner})
RETURN field {.key, .code, .name, .ownerKey, .acquisition, .sharing, .physicalName, .baseType, .maxLength, .codeList,
    .description, .subject, .qualifier, .understoodAs} AS field,
  COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.key ORDER BY element.key LIMIT 1 } AS elements
