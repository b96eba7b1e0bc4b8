// Writes checks as they came out now.
// $checks  {code, properties, state, label, key, departments}
// $now     when
UNWIND $checks AS row
MERGE (check:Check {key: row.code})
ON CREATE SET check.code = row.code, check.firstSeen = $now, check.version = 0
SET check += row.properties, check.state = row.state
WITH check, row
CALL (check, row) {
  OPTIONAL MATCH (check)-[old:ABOUT|ANSWERED_FOR_BY]->()
  DELETE old
}
CALL (check, row) {
  MATCH (thing:$(row.label) {key: row.about})
  CREATE (check)-[:ABOUT]->(thing)
}
CALL (check, row) {
  UNWIND row.departments AS key
  MATCH (department:Department {key: key})
  CREATE (check)-[:ANSWERED_FOR_BY]->(department)
}
