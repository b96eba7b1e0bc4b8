// What runs have said of findings, in the order in which it became known.
// $after  the sequence of the last step that is known
// $limit  how many at most
MATCH (finding:DuplicateFinding)-[:HAS_STEP]->(step:FindingStep)
WHERE step.sequence > $after AND step.by IS NULL
RETURN finding {.*} AS finding, step {.*} AS step
ORDER BY step.sequence
LIMIT $limit
