// 血缘断在哪里?既非采集也非产生,又没有上游的信息项有多少,按部门。
LET day = date()
MATCH (resource:DataResource)-[:HAS_FIELD]->(field:DataField)
WHERE NOT coalesce(field.acquisition IN ['采集', '产生'], false)
  AND NOT EXISTS {
    (field)-[step:DERIVED_FROM]->(:DataField)
    WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)
  }
MATCH (resource)-[:PROVIDED_BY]->(department:Department)
RETURN department.code AS department, count(field) AS fields
ORDER BY fields DESC, department
