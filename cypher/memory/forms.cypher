// Every form in the order of the keys, who answers for it and what it is collected in, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started; the index on keys gives the order.
MATCH (owner:Form)
WHERE owner.key >= ''
OPTIONAL MATCH (owner)-[:ISSUED_BY]->(department:Department)
OPTIONAL MATCH (owner)-[:COLLECTED_IN]->(system:InformationSystem)
RETURN id(owner) AS id, CASE WHEN owner.code <> owner.key THEN owner.code END AS code,
  owner.status AS status, null AS cycle, null AS sharing, id(department) AS department, id(system) AS system
ORDER BY owner.key
