// Some fields, each with whose it is and its unit.
// $fields  keys
UNWIND $fields AS key
MATCH (field:DataField {key: key})<-[:HAS_FIELD]-(owner:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
OPTIONAL MATCH (field)-[:HELD_AS]->(unit:SourceUnit)
RETURN key, properties(field) AS field, properties(department) AS department, min(unit.key) AS unit
