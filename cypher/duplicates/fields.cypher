// Every field, with all that tells of which unit it is.
// plan: all are wanted
MATCH (field:DataField)
RETURN field {.key, .code, .name, .ownerKey, .acquisition, .sharing, .physicalName, .baseType, .maxLength, .codeList,
    .description, .subject, .qualifier, .understoodAs} AS field,
  COLLECT { MATCH (field)-[:REPRESENTS]->(element:DataElement) RETURN element.key ORDER BY element.key LIMIT 1 } AS elements
