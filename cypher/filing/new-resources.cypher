// Writes resources that are not there yet, each with its provider and the system it is in; answers how many.
// $rows  {properties, provider, system}: what each says, its key too; the others' keys; no system, no link
UNWIND $rows AS row
MATCH (provider:Department {key: row.provider})
OPTIONAL MATCH (system:InformationSystem {key: row.system})
CREATE (filed:DataResource)-[:PROVIDED_BY]->(provider)
SET filed = row.properties
FOREACH (host IN CASE WHEN system IS NULL THEN [] ELSE [system] END | CREATE (filed)-[:HOSTED_IN]->(host))
RETURN count(*) AS written
