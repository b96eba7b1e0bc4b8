// The parties of findings: the source or keeper first, then by code.
// $findings  codes
UNWIND $findings AS code
MATCH (finding:DuplicateFinding {key: code})-[involves:INVOLVES]->(asset:DataField|DataResource)
OPTIONAL MATCH (owner:DataResource|Form)-[:HAS_FIELD]->(asset)
WITH code, involves, asset, coalesce(owner, asset) AS owner
OPTIONAL MATCH (owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
OPTIONAL MATCH (owner)-[:HOSTED_IN|COLLECTED_IN]->(system:InformationSystem)
RETURN code AS finding,
  involves.role AS role,
  involves.confidence AS confidence,
  CASE WHEN asset:DataField THEN 'DataField' ELSE 'DataResource' END AS label,
  asset {.*} AS asset,
  department {.*} AS department,
  system {.*} AS system
ORDER BY code, involves.place
