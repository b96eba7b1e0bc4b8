// For each unit a field from which another department may have it where it is asked for.
// What the source's own line keeps near by comes first, then what was collected or made, then the first by code.
// $units        {unit, near}: key of a unit without scope; by the key of a department of the source's line how far it is
// $department   key of who asks: its own fields are left out; null when nobody does
// $departments  keys of those whose data help where they are asked for; null when all do
UNWIND $units AS asked
WITH asked.unit AS unit, asked.near AS near
CALL (unit, near) {
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
    AND ($departments IS NULL OR department.key IN $departments)
    AND coalesce(field.sharing, resource.sharing, '不予共享') <> '不予共享'
    AND coalesce(field.acquisition, '') <> '核验'
    AND coalesce(resource.status, '已发布') <> '已停用'
    AND NOT EXISTS { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
  WITH field, department, resource, field.acquisition IN ['采集', '产生'] AS first
  WITH field, department, resource, first, CASE WHEN first THEN near[department.key] END AS far
  RETURN field, department, resource, far
  ORDER BY coalesce(far, 1000000), first DESC, field.code
  LIMIT 1
}
RETURN unit,
  far IS NOT NULL AS ofLine,
  field {.*} AS field,
  department {.*} AS department,
  coalesce(field.sharing, resource.sharing) AS sharing,
  resource.basisRank AS basisRank,
  resource.notSharedBasis AS basis,
  resource.name AS resource,
  COLLECT { MATCH (department)-[:LOCATED_IN]->(region:Region) RETURN region.key LIMIT 1 } AS regions
