MATCH (field:DataField)
WHERE field.elementKey IS NOT NULL AND NOT EXISTS { (field)-[:REPRESENTS]->(:DataElement {key: field.elementKey}) }
SET field.elementAwaited = field.elementKey;
