// Makes the units of new fields that are not there yet, and writes what they are called.
// $units  {code, key, name, subject, qualifier, elementKey, regionKey}
UNWIND $units AS unit
MATCH (element:DataElement {key: unit.elementKey})
MERGE (made:SourceUnit {key: unit.key})
SET made += unit
MERGE (made)-[:OF]->(element)
