// Enters an objection under the next code of its day.
// $day         the day, as it stands in the codes
// $properties  what it says
// $label       label of what is doubted
// $thing       its key
// $raiser      key of the department that doubts it
// $respondent  key of the department that has to answer
// $step        what its first step says
// plan: the product is of things each found by its key
//
// The counter is locked, so that no two get the same code.
MERGE (lease:Objection {key: 'lease'})
SET lease.touched = timestamp()
WITH lease
OPTIONAL MATCH (earlier:Objection {day: $day})
WITH coalesce(max(earlier.number), 0) + 1 AS number
WITH number, 'YY' + $day + '-' + CASE WHEN number < 10000 THEN right('000' + toString(number), 4) ELSE toString(number) END AS code
MATCH (thing:$($label) {key: $thing})
MATCH (raiser:Department {key: $raiser})
MATCH (respondent:Department {key: $respondent})
CREATE (objection:Objection {key: code})-[:ABOUT]->(thing)
SET objection += $properties, objection.code = code, objection.number = number, objection.day = $day
CREATE (objection)-[:RAISED_BY]->(raiser), (objection)-[:ANSWERED_BY]->(respondent)
CREATE (objection)-[:HAS_STEP]->(step:ObjectionStep)
SET step = $step
RETURN code
