// The names of fields without an element.
// plan: all are wanted, once each
MATCH (field:DataField)
WHERE NOT EXISTS { (field)-[:REPRESENTS]->(:DataElement) }
RETURN DISTINCT field.name AS name
ORDER BY name
