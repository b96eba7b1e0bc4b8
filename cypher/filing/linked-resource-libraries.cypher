// Puts each resource into its library, which is made when it is the first; none takes it out.
// $rows  {key, target, code, name}: the library's key, code and name
UNWIND $rows AS row
MATCH (filed:DataResource {key: row.key})
CALL (filed, row) {
  MATCH (filed)-[old:BELONGS_TO]->(other:Library)
  WHERE row.target IS NULL OR other.key <> row.target
  DELETE old
}
WITH filed, row
WHERE row.target IS NOT NULL
MERGE (library:Library {key: row.target})
ON CREATE SET library.code = row.code, library.name = row.name
MERGE (filed)-[:BELONGS_TO]->(library)
