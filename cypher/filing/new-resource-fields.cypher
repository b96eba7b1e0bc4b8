// Writes fields that are not there yet and represent nothing, each under its resource; answers how many.
// $rows  {owner, fields: [properties]}: the resource's key, and what each field says, its key too
UNWIND $rows AS row
MATCH (owner:DataResource {key: row.owner})
UNWIND row.fields AS properties
CREATE (owner)-[:HAS_FIELD]->(field:DataField)
SET field = properties
RETURN count(*) AS written
