// Writes findings as they were found now; what people said to them stays.
// $findings  {code, unit, properties, state, parties: [{key, field, role, confidence, place}]}
// $now       when
UNWIND $findings AS row
MERGE (finding:DuplicateFinding {key: row.code})
ON CREATE SET finding.code = row.code, finding.firstSeen = $now, finding.version = 0
SET finding += row.properties, finding.state = row.state, finding.lastSeen = $now, finding.present = true
WITH finding, row
CALL (finding, row) {
  OPTIONAL MATCH (finding)-[about:ABOUT]->(old:SourceUnit)
  WHERE row.unit IS NULL OR old.key <> row.unit
  DELETE about
}
CALL (finding, row) {
  MATCH (unit:SourceUnit {key: row.unit})
  MERGE (finding)-[:ABOUT]->(unit)
}
CALL (finding) {
  MATCH (finding)-[involves:INVOLVES]->()
  DELETE involves
}
CALL (finding, row) {
  UNWIND row.parties AS party
  OPTIONAL MATCH (field:DataField {key: CASE WHEN party.field THEN party.key END})
  OPTIONAL MATCH (entry:DataResource {key: CASE WHEN NOT party.field THEN party.key END})
  WITH finding, party, coalesce(field, entry) AS involved
  WHERE involved IS NOT NULL
  CREATE (finding)-[:INVOLVES {role: party.role, confidence: party.confidence, place: party.place}]->(involved)
}
