// The fields that were understood to be of some units.
// $units  keys
UNWIND $units AS unit
MATCH (field:DataField {understoodAs: unit})
RETURN field {.key, .code, .name, .ownerKey, .acquisition, .sharing, .physicalName, .baseType, .maxLength, .codeList,
    .description, .subject, .qualifier, .understoodAs} AS field,
  COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.key ORDER BY element.key LIMIT 1 } AS elements
