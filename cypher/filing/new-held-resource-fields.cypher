// Writes fields that are not there yet, each under its resource, with its unit and the element of that; answers how many.
// $rows  {owner, fields: [{unit, properties}]}: keys, and what each field says, its key too
//
// The element is reached from the unit, which spares a look-up for each field.
UNWIND $rows AS row
MATCH (owner:DataResource {key: row.owner})
UNWIND row.fields AS new
MATCH (unit:SourceUnit {key: new.unit})-[:OF]->(element:DataElement)
CREATE (owner)-[:HAS_FIELD]->(field:DataField)-[:HELD_AS]->(unit),
  (field)-[:REPRESENTS {by: '目录', confidence: 1.0}]->(element)
SET field = new.properties
RETURN count(*) AS written
