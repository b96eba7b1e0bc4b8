// Makes the units that are not there yet, and writes what they are called.
// $units  {code, key, name, subject, qualifier, elementKey, regionKey}, in the order of their keys
UNWIND $units AS unit
MATCH (element:DataElement {key: unit.elementKey})
MERGE (made:SourceUnit {key: unit.key})
ON CREATE SET made.code = unit.code
SET made.name = unit.name,
  made.subject = unit.subject,
  made.qualifier = unit.qualifier,
  made.elementKey = unit.elementKey,
  made.regionKey = unit.regionKey
MERGE (made)-[:OF]->(element)
WITH made
WHERE made.regionKey IS NOT NULL
MATCH (region:Region {key: made.regionKey})
MERGE (made)-[:WITHIN]->(region)
