// A window of the findings that were opened again after they had been closed, the latest first, and how many there are.
// $afterSequence  the place behind which the window begins; null at the start
// $limit          how many at most
// plan: there are few
MATCH (finding:DuplicateFinding)-[:HAS_STEP]->(opened:FindingStep {from: 'CLOSED'})
WITH finding, opened
ORDER BY opened.sequence DESC
WITH finding, collect(opened) AS openings
WITH finding, openings[0] AS opened, size(openings) AS times
WITH finding, opened, times, COLLECT {
    MATCH (finding)-[:HAS_STEP]->(closed:FindingStep {to: 'CLOSED'})
    WHERE closed.number < opened.number
    RETURN closed {.*}
    ORDER BY closed.number DESC
    LIMIT 1
  } AS closings
WITH collect({finding: finding {.*}, opened: opened {.*}, closed: closings[0], times: times}) AS reopened
RETURN size(reopened) AS total,
  COLLECT {
    UNWIND reopened AS one
    WITH one
    WHERE $afterSequence IS NULL OR one.opened.sequence < $afterSequence
    RETURN one
    ORDER BY one.opened.sequence DESC
    LIMIT $limit
  } AS recurrences
