// Entries that are found to be one entry filed several times, and which is the one to keep.
// plan: there are few
MATCH (finding:DuplicateFinding {kind: 'CATALOGUE_ENTRY'})
WHERE finding.present AND NOT finding.state IN ['EXEMPT', 'FALSE_ALARM', 'CLOSED']
RETURN finding.code AS code,
  COLLECT { MATCH (finding)-[:INVOLVES {role: 'KEEPER'}]->(resource:DataResource) RETURN resource.key } AS keepers,
  COLLECT { MATCH (finding)-[:INVOLVES]->(resource:DataResource) RETURN resource.key } AS entries
ORDER BY code
