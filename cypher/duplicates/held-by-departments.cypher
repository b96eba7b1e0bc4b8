// The live fields of units that departments keep in their resources, each unit's first by how it was come by and by code.
// $departments  keys
// $units        keys of units without scope
UNWIND $departments AS provider
MATCH (department:Department {key: provider})<-[:PROVIDED_BY]-(resource:DataResource)-[:HAS_FIELD]->(field:DataField)
WITH department, resource, field, coalesce(field.understoodAs, head(COLLECT { MATCH (proposal:Proposal {number: field.proposal}) RETURN proposal.unitKey }),
      head(COLLECT { MATCH (field)-[:HELD_AS]->(held:SourceUnit) RETURN held.key })) AS unit
WHERE unit IN $units
  AND coalesce(field.acquisition, '') <> '核验'
  AND coalesce(resource.status, '已发布') <> '已停用'
  AND NOT EXISTS { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
WITH department, resource, field, unit, CASE field.acquisition
    WHEN '采集' THEN 0
    WHEN '产生' THEN 0
    WHEN '共享获取' THEN 2
    WHEN '回流' THEN 3
    WHEN '加工派生' THEN 4
    ELSE 5
  END AS rank
ORDER BY rank, field.code
RETURN department.key AS holder,
  unit,
  field {.*} AS field,
  department {.*} AS department,
  coalesce(field.sharing, resource.sharing) AS sharing,
  resource.basisRank AS basisRank,
  resource.notSharedBasis AS basis,
  resource.name AS resource,
  COLLECT { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) RETURN system.key } AS systems,
  COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key LIMIT 1 } AS regions
