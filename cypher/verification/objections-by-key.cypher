// Some objections by their keys, each with what is doubted, by whom, and who answers.
// $keys  keys of objections
UNWIND $keys AS key
MATCH (objection:Objection {key: key})-[:ABOUT]->(about)
MATCH (objection)-[:RAISED_BY]->(raiser:Department)
MATCH (objection)-[:ANSWERED_BY]->(respondent:Department)
RETURN objection {.*, about: about {.*, kind: labels(about)[0]}, raiser: properties(raiser), respondent: properties(respondent),
    gathered: COUNT { (objection)-[:GATHERS]->() }} AS objection
