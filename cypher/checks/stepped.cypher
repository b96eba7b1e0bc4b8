// Writes what became of checks, behind all that became of them before.
// $steps  {check, properties}
UNWIND $steps AS row
MATCH (check:Check {key: row.check})
SET check.version = check.version + 1
CREATE (check)-[:HAS_STEP]->(step:CheckStep)
SET step = row.properties, step.number = check.version
