// Resources on which others depend at first hand for what is to be had nowhere else, the worst first.
// $day              the day
// $afterDepartments  the place behind which the window begins: null at the start
// $afterCalls        of the same place
// $afterDependants   of the same place
// $afterCode         of the same place
// $limit             how many at most
//
// plan: the ranking is of all resources.
//
// Who depends is the user by an agreement in force, and the department of what is made from the resource, field by field
// or as a whole; never its own department. A field has no alternative when no other department's live resource that is
// shared collects or makes the same unit.
MATCH (resource:DataResource)
WHERE coalesce(resource.status, '已发布') = '已发布'
  AND NOT EXISTS { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
OPTIONAL MATCH (resource)-[:PROVIDED_BY]->(provider:Department)
CALL (resource, provider) {
  OPTIONAL MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
  WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
    AND (provider IS NULL OR consumer <> provider)
  RETURN collect(DISTINCT consumer.key) AS consumers, count(DISTINCT agreement) AS sharings, sum(coalesce(agreement.calls, 0)) AS calls
}
CALL (resource, provider) {
  OPTIONAL MATCH (resource)-[:HAS_FIELD]->(source:DataField)<-[step:DERIVED_FROM]-(user:DataField)<-[:HAS_FIELD]-(owner)
  WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true) AND owner <> resource
  OPTIONAL MATCH (owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WITH provider, source, user, department
  WHERE department IS NULL OR provider IS NULL OR department <> provider
  RETURN collect(DISTINCT department.key) AS makers, count(DISTINCT user) AS dependants,
    collect(DISTINCT source) AS used
}
CALL (resource, provider) {
  OPTIONAL MATCH (resource)<-[step:DERIVED_FROM]-(owner:DataResource|Form)
  WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  OPTIONAL MATCH (owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  WITH provider, department
  WHERE department IS NOT NULL AND (provider IS NULL OR department <> provider)
  RETURN collect(DISTINCT department.key) AS wholes
}
WITH resource, sharings, calls, dependants, used, size(wholes) > 0 OR sharings > 0 AS asAWhole,
  COUNT { UNWIND consumers + makers + wholes AS key RETURN DISTINCT key } AS departments
WHERE departments > 0
CALL (resource, used, asAWhole) {
  OPTIONAL MATCH (resource)-[:HAS_FIELD]->(field:DataField)
  WHERE (asAWhole OR field IN used)
    AND NOT EXISTS {
      MATCH (field)-[:HELD_AS]->(:SourceUnit)<-[:HELD_AS]-(other:DataField)<-[:HAS_FIELD]-(elsewhere:DataResource)
      WHERE elsewhere <> resource AND other.acquisition IN ['采集', '产生']
        AND NOT '不予共享' IN [coalesce(other.sharing, ''), coalesce(elsewhere.sharing, '')]
        AND coalesce(elsewhere.status, '已发布') = '已发布'
        AND NOT EXISTS { MATCH (elsewhere)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
    }
  RETURN count(field) AS irreplaceable
}
WITH resource, departments, dependants, sharings, calls, irreplaceable
WHERE irreplaceable > 0
ORDER BY departments DESC, calls DESC, dependants DESC, resource.code
WITH collect({resource: resource {.*}, departments: departments, dependants: dependants, sharings: sharings, calls: calls,
  irreplaceable: irreplaceable}) AS ranked
RETURN size(ranked) AS total,
  [one IN ranked
    WHERE $afterCode IS NULL OR one.departments < $afterDepartments OR one.departments = $afterDepartments AND
      (one.calls < $afterCalls OR one.calls = $afterCalls AND
        (one.dependants < $afterDependants OR one.dependants = $afterDependants AND one.resource.code > $afterCode))
  ][..$limit] AS points
