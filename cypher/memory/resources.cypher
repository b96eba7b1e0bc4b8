// Every resource, who answers for it and where it is kept, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started, as the nodes lie in the store.
MATCH (owner:DataResource)
OPTIONAL MATCH (owner)-[:PROVIDED_BY]->(department:Department)
OPTIONAL MATCH (owner)-[:HOSTED_IN]->(system:InformationSystem)
RETURN id(owner) AS id, CASE WHEN owner.code <> owner.key THEN owner.code END AS code,
  owner.status AS status, owner.cycle AS cycle, owner.sharing AS sharing, id(department) AS department, id(system) AS system
