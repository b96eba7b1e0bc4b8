// 谁把级别填低了?数据分级一步之间由高到低、规则又没写脱敏汇总的血缘。
LET day = date(), stops = ['脱敏', '汇总', '聚合']
MATCH (ofUser:DataResource)-[:HAS_FIELD]->{0,1}(user)-[step:DERIVED_FROM]->(source)<-[:HAS_FIELD]-{0,1}(ofSource:DataResource)
WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)
  AND none(word IN stops WHERE coalesce(step.rule, '') CONTAINS word)
  AND left(ofSource.grade, 4) = '一般数据' AND left(ofUser.grade, 4) = '一般数据' AND ofSource.grade > ofUser.grade
RETURN source.code AS source, ofSource.grade AS carried, user.code AS user, ofUser.grade AS filed
ORDER BY source, user
