// 影响谁?停用“学历学位信息查询”:派生的信息项,由近及远(逐项血缘与整资源血缘一并追踪)。
LET code = 'R-SS-XLXW', day = date()
MATCH (:DataResource {key: code})-[:HAS_FIELD]->(start:DataField)
WITH code, day, collect(start) AS starts
CALL (code, day, starts) {
  UNWIND starts AS start
  MATCH walk = (start)
    ((:DataField)<-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]-(:DataField)){1,40}
    (user:DataField)
  RETURN user, length(walk) AS hops
  UNION ALL
  MATCH (:DataResource {key: code})<-[whole:DERIVED_FROM]-(copy:DataResource|Form)-[:HAS_FIELD]->(first:DataField)
  WHERE coalesce(whole.validFrom <= day, true) AND coalesce(day < whole.validTo, true)
  MATCH walk = (first)
    ((:DataField)<-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]-(:DataField)){0,40}
    (user:DataField)
  RETURN user, length(walk) + 1 AS hops
}
WITH starts, user, min(hops) AS hop
WHERE NOT user IN starts
RETURN user.code AS code, hop
ORDER BY hop, code
