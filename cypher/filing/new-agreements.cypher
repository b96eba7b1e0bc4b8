// Writes agreements that are not there yet, each with its resource, its user and the user's system; answers how many.
// $rows  {properties, resource, consumer, system}: what each says, its key too; the others' keys; no system, no link
//
// plan: two look-ups by a unique key for each row: their product is one row.
UNWIND $rows AS row
MATCH (resource:DataResource {key: row.resource})
MATCH (consumer:Department {key: row.consumer})
OPTIONAL MATCH (system:InformationSystem {key: row.system})
CREATE (resource)<-[:OF]-(filed:SharingAgreement)-[:GRANTED_TO]->(consumer)
SET filed = row.properties
FOREACH (used IN CASE WHEN system IS NULL THEN [] ELSE [system] END | CREATE (filed)-[:USED_BY]->(used))
RETURN count(*) AS written
