// Writes what became of findings, behind all that became of them before.
// $steps  {finding, properties}
UNWIND $steps AS step
MATCH (finding:DuplicateFinding {key: step.finding})
SET finding.version = finding.version + 1
CREATE (finding)-[:HAS_STEP]->(taken:FindingStep)
SET taken = step.properties, taken.number = finding.version
