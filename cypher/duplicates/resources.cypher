// Every resource, with its provider and the system it is kept in.
// plan: all are wanted
MATCH (resource:DataResource)
WITH resource, properties(resource) AS filed
RETURN filed {.key, .code, .name, .subject, .summary, .population, .exemption, .sharing, .notSharedBasis, .basisRank,
    .status, .library, published: toString(filed.published)} AS owner,
  COLLECT { MATCH (resource)-[:PROVIDED_BY]->(department:Department) RETURN department.key LIMIT 1 } AS departments,
  COLLECT { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) RETURN system.key LIMIT 1 } AS systems,
  [] AS regions
