// A window of all fields, by key: what each says of its shape, and what its element sets.
// $after  the key behind which it begins; empty at the start
// $bound  whether only those that represent an element are wanted
// $most   how many at most
MATCH (field:DataField)
WHERE field.key > $after
  AND (NOT $bound OR EXISTS { (field)-[:REPRESENTS]->(:DataElement) })
WITH field
ORDER BY field.key
LIMIT $most
OPTIONAL MATCH (field)-[represents:REPRESENTS]->(element:DataElement)
RETURN field.key AS key, field.code AS code,
  {
    name: field.name,
    qualifier: coalesce(field.qualifier, represents.qualifier),
    baseType: field.baseType,
    minLength: field.minLength,
    maxLength: field.maxLength,
    scale: field.scale,
    codeList: field.codeList
  } AS shape,
  element {.name, .synonyms, .dataType, .baseType, .minLength, .maxLength, .scale, .codeList} AS element
ORDER BY key
