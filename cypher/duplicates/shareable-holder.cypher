// For each unit a field from which another department may have it: what was collected or made first, then by code.
// $units       keys of units without scope
// $department  key of who asks: its own fields are left out; null when nobody does
UNWIND $units AS unit
CALL (unit) {
  CALL (unit) {
    MATCH (field:DataField {understoodAs: unit})
    RETURN field
  UNION ALL
    MATCH (proposal:Proposal {unitKey: unit})
    MATCH (field:DataField {proposal: proposal.number})
    RETURN field
  UNION ALL
    MATCH (:SourceUnit {key: unit})<-[:HELD_AS]-(field:DataField)
    WHERE field.understoodAs IS NULL AND field.proposal IS NULL
    RETURN field
  }
  MATCH (field)<-[:HAS_FIELD]-(resource:DataResource)-[:PROVIDED_BY]->(department:Department)
  WHERE ($department IS NULL OR department.key <> $department)
    AND coalesce(field.sharing, resource.sharing, '不予共享') <> '不予共享'
    AND coalesce(field.acquisition, '') <> '核验'
    AND coalesce(resource.status, '已发布') <> '已停用'
    AND NOT EXISTS { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
  RETURN field, department, resource
  ORDER BY field.acquisition IN ['采集', '产生'] DESC, field.code
  LIMIT 1
}
RETURN unit,
  field {.*} AS field,
  department {.*} AS department,
  coalesce(field.sharing, resource.sharing) AS sharing,
  resource.basisRank AS basisRank,
  resource.notSharedBasis AS basis,
  resource.name AS resource,
  COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key LIMIT 1 } AS regions
