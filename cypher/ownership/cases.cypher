// A window of the units in whose cases steps were taken, and how many fit.
// $states  in one of these; null for all
// $asked   key of a department that was asked; null for all
// $open    whether only what that department has not answered
// $after   the code behind which the window begins; null at the start
// $limit   how many at most
// plan: there are as many as people have dealt with
MATCH (case:SourceCase)
WHERE case.state IS NOT NULL
  AND ($states IS NULL OR case.state IN $states)
  AND ($asked IS NULL OR $asked IN CASE WHEN $open THEN case.open ELSE case.asked END)
MATCH (unit:SourceUnit {key: case.key})-[:OF]->(element:DataElement)
OPTIONAL MATCH (unit)-[:WITHIN]->(region:Region)
WITH unit, element, region
ORDER BY unit.code
WITH collect({unit: unit, element: element, region: region}) AS fitting
CALL (fitting) {
  UNWIND [fit IN fitting WHERE $after IS NULL OR fit.unit.code > $after][..$limit] AS one
  WITH one.unit AS unit, one.element AS element, one.region AS region
  ORDER BY unit.code
  RETURN collect(unit {.*, element: properties(element), region: properties(region)}) AS units
}
RETURN size(fitting) AS total, units
