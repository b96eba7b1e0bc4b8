// 哪些血缘成环?从一个信息项出发又回到它自己的,画成图看是不是回流。
LET day = date()
MATCH (field:DataField)-[:DERIVED_FROM]->()
WHERE EXISTS { (field)<-[:DERIVED_FROM]-() }
MATCH ring = (field)
  ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){1,40}
  (field)
RETURN field.code AS code, min(length(ring)) AS steps
ORDER BY code
