// Every unit, with its element.
// plan: all are wanted
MATCH (unit:SourceUnit)-[:OF]->(element:DataElement)
RETURN unit {.key, .code, .name, .subject, .qualifier, .regionKey} AS unit,
  element {.key, .code, .name, .synonyms, .identifying, .dataType, .baseType, .maxLength, .codeList} AS element
