// Some fields at which sources are designated, with what decides whether they can be shared.
// $keys  which
UNWIND $keys AS key
MATCH (field:DataField {key: key})<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(department:Department)
RETURN field.key AS key,
  field {.*} AS field,
  department {.*} AS department,
  coalesce(field.sharing, resource.sharing) AS sharing,
  resource.basisRank AS basisRank,
  resource.notSharedBasis AS basis,
  resource.name AS resource,
  coalesce(resource.status, '已发布') <> '已停用'
    AND NOT EXISTS { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] } AS live,
  COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key LIMIT 1 } AS regions
