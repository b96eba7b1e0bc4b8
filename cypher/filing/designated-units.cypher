// Puts each designation at its unit, which is made when it is the first.
// $rows  {key, unit: {code, key, name, subject, qualifier, elementKey, regionKey}}
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (filed:Designation {key: row.key})
MATCH (element:DataElement {key: row.unit.elementKey})
MERGE (unit:SourceUnit {key: row.unit.key})
ON CREATE SET unit += row.unit
MERGE (unit)-[:OF]->(element)
WITH filed, unit
CALL (filed, unit) {
  MATCH (filed)-[old:OF]->(other:SourceUnit)
  WHERE other.key <> unit.key
  DELETE old
}
MERGE (filed)-[:OF]->(unit)
WITH unit
MATCH (region:Region {key: unit.regionKey})
MERGE (unit)-[:WITHIN]->(region)
