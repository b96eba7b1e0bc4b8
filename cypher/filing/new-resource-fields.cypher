// Writes fields that are not there yet: each under its resource, with its element and its unit.
// $rows  {owner, properties, element, unit}: keys, and what the field says, its key too
//
// plan: look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (owner:DataResource {key: row.owner})
OPTIONAL MATCH (element:DataElement {key: row.element})
OPTIONAL MATCH (unit:SourceUnit {key: row.unit})
CREATE (owner)-[:HAS_FIELD]->(field:DataField)
SET field = row.properties
FOREACH (one IN CASE WHEN element IS NULL THEN [] ELSE [element] END |
  CREATE (field)-[:REPRESENTS {by: '目录', confidence: 1.0}]->(one))
FOREACH (one IN CASE WHEN unit IS NULL THEN [] ELSE [unit] END |
  CREATE (field)-[:HELD_AS]->(one))
