// Every data element.
// plan: there are few, and all are wanted
MATCH (element:DataElement)
RETURN element {.key, .code, .name, .synonyms, .identifier, .subject, .codeList, .baseType, .maxLength, .identifying, .definition} AS element
