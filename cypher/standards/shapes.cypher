// In which shapes the fields of each data element come, and how often; and how many fields there are at all.
// plan: all are wanted, and none is kept longer than its element is counted; the number of fields is one row
CALL () {
  MATCH (field:DataField)
  RETURN count(field) AS all
}
MATCH (element:DataElement)
CALL (element) {
  MATCH (element)<-[represents:REPRESENTS]-(field:DataField)
  WITH {
    name: field.name,
    qualifier: coalesce(field.qualifier, represents.qualifier),
    baseType: field.baseType,
    minLength: field.minLength,
    maxLength: field.maxLength,
    scale: field.scale,
    codeList: field.codeList
  } AS shape, count(*) AS fields
  RETURN collect({shape: shape, fields: fields}) AS shapes
}
RETURN all, element.key AS group, element {.name, .synonyms, .dataType, .baseType, .minLength, .maxLength, .scale, .codeList} AS element, shapes
