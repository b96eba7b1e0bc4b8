// Every resource, with its provider and the system it is kept in.
// plan: all are wanted
MATCH (resource:DataResource)
WITH resource, properties(resource) AS filed
RETURN id(resource) AS node, filed {.key, .code, .name, .subject, .summary, .population, .exemption, .sharing, .notSharedBasis, .basisRank,
    .status, .library, published: toString(filed.published)} AS owner,
  [(resource)-[:PROVIDED_BY]->(department:Department) | department.key] AS departments,
  [(resource)-[:HOSTED_IN]->(system:InformationSystem) | system.key] AS systems,
  [] AS regions
