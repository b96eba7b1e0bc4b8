// Some fields, with all that tells of which unit they are.
// $keys  which
UNWIND $keys AS key
MATCH (field:DataField {key: key})
RETURN field {.key, .code, .name, .ownerKey, .acquisition, .sharing, .physicalName, .baseType, .maxLength, .codeList,
    .description, .subject, .qualifier, .understoodAs} AS field,
  COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.key ORDER BY element.key LIMIT 1 } AS elements
