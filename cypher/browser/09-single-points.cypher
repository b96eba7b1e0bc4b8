// 单点依赖:停了无处可替的资源,依赖的部门多者在前。
LET day = date()
MATCH (resource:DataResource)-[:PROVIDED_BY]->(provider:Department)
WHERE coalesce(resource.status, '已发布') = '已发布'
  AND NOT EXISTS { (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
WITH resource, provider, day,
  COLLECT {
    MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
    WHERE coalesce(day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中' AND consumer <> provider
    RETURN consumer.code
  } AS consumers,
  COLLECT {
    MATCH (resource)-[:HAS_FIELD]->(:DataField)<-[step:DERIVED_FROM]-(:DataField)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(maker:Department)
    WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true) AND maker <> provider
    RETURN DISTINCT maker.code
  } AS makers,
  COLLECT {
    MATCH (resource)<-[step:DERIVED_FROM]-()-[:PROVIDED_BY|ISSUED_BY]->(maker:Department)
    WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true) AND maker <> provider
    RETURN DISTINCT maker.code
  } AS wholes
WITH resource, provider, size(consumers) > 0 OR size(wholes) > 0 AS asAWhole, day,
  COUNT { UNWIND consumers + makers + wholes AS code RETURN DISTINCT code } AS departments
WHERE departments > 0
WITH resource, departments, COUNT {
    MATCH (resource)-[:HAS_FIELD]->(field:DataField)
    WHERE (asAWhole OR EXISTS {
        MATCH (field)<-[step:DERIVED_FROM]-(:DataField)<-[:HAS_FIELD]-(owner)
        WHERE owner <> resource AND coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)
          AND NOT EXISTS { (owner)-[:PROVIDED_BY|ISSUED_BY]->(provider) }
      })
      AND NOT EXISTS {
        MATCH (field)-[:HELD_AS]->(:SourceUnit)<-[:HELD_AS]-(other:DataField)<-[:HAS_FIELD]-(elsewhere:DataResource)
        WHERE elsewhere <> resource AND other.acquisition IN ['采集', '产生']
          AND NOT '不予共享' IN [coalesce(other.sharing, ''), coalesce(elsewhere.sharing, '')]
          AND coalesce(elsewhere.status, '已发布') = '已发布'
          AND NOT EXISTS { (elsewhere)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
      }
  } AS irreplaceable
WHERE irreplaceable > 0
RETURN resource.code AS resource, departments, irreplaceable
ORDER BY departments DESC, resource
