// Fields whose element has come or has changed its names, which are found by those of the element too.
// $size  how many at most
MATCH (field:DataField {undescribed: true})
WITH field
LIMIT $size
RETURN field.key AS key, properties(field) AS properties,
  [(field)-[link:REPRESENTS]->(element:DataElement) WHERE coalesce(link.by, '目录') <> '人工' | ['REPRESENTS', element.key]] AS links
