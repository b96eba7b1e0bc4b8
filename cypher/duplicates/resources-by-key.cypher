// Some resources, with their providers and the systems they are kept in.
// $keys  which
UNWIND $keys AS key
MATCH (resource:DataResource {key: key})
RETURN resource {.key, .code, .name, .subject, .summary, .population, .exemption, .sharing, .notSharedBasis, .basisRank,
    .status, .library, published: toString(resource.published)} AS owner,
  COLLECT { MATCH (resource)-[:PROVIDED_BY]->(department:Department) RETURN department.key LIMIT 1 } AS departments,
  COLLECT { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) RETURN system.key LIMIT 1 } AS systems,
  [] AS regions
