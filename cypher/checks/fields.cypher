// Every field, with the unit that it is held as.
// plan: all are wanted
MATCH (field:DataField)
RETURN field {.key, .code, .name, .ownerKey, .acquisition, .sharing, .open, .baseType, .maxLength, .codeList, .batch, .row} AS field,
  COLLECT { MATCH (field)-[:HELD_AS]->(unit:SourceUnit) RETURN unit.key ORDER BY unit.key LIMIT 1 } AS units
