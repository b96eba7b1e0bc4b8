// Writes what became of findings, behind all that became of them before.
// $steps  {finding, properties}
//
// The numbers are taken under a lock that is held to the end of the transaction: so steps become visible in their
// order, and whoever has read up to a number has missed none below it.
MERGE (feed:FindingFeed {key: 'steps'})
ON CREATE SET feed.last = 0
SET feed.last = feed.last + size($steps)
WITH feed.last - size($steps) AS last
UNWIND range(1, size($steps)) AS place
WITH last + place AS sequence, $steps[place - 1] AS step
MATCH (finding:DuplicateFinding {key: step.finding})
SET finding.version = finding.version + 1
CREATE (finding)-[:HAS_STEP]->(taken:FindingStep)
SET taken = step.properties, taken.number = finding.version, taken.sequence = sequence
