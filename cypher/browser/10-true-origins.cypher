// 真正的来源?市级企业库“企业名称”追到头,采集或产生它的信息项和部门。
LET code = 'R-SS-QYK#企业名称', day = date()
MATCH (asked:DataField {key: code})
  ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){0,40}
  (source:DataField WHERE source.acquisition IN ['采集', '产生'])
WITH DISTINCT source, day
WHERE NOT EXISTS { (source)-[step:DERIVED_FROM]->(:DataField) WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true) }
OPTIONAL MATCH (source)<-[:HAS_FIELD]-()-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
RETURN source.code AS source, department.code AS department
ORDER BY source
