// The objections about units that are not answered, by the day on which they were received, then by code.
// $units   keys of units
// $states  the states in which they are not answered
UNWIND $units AS unit
MATCH (objection:Objection {unitKey: unit})-[:ABOUT]->(about)
WHERE objection.state IN $states
MATCH (objection)-[:RAISED_BY]->(raiser:Department)
MATCH (objection)-[:ANSWERED_BY]->(respondent:Department)
RETURN unit, objection {.*, about: about {.*, kind: labels(about)[0]}, raiser: properties(raiser), respondent: properties(respondent),
    gathered: COUNT { (objection)-[:GATHERS]->() }} AS objection
ORDER BY unit, objection.receivedOn, objection.code
