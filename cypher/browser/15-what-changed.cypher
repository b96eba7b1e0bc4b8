// 血缘变了什么?企业信用评价“注册资本”上游,两天之间新增的和失效的各条血缘。
LET code = 'R-SS-XYPJ#注册资本', earlier = date('2023-06-30'), later = date('2026-06-30')
CALL (code, earlier) {
  OPTIONAL MATCH (:DataField {key: code})
    ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= earlier, true) AND coalesce(earlier < step.validTo, true)]->(:DataField)){1,40}(:DataField)
  UNWIND CASE WHEN step IS NULL THEN [NULL] ELSE step END AS one
  RETURN collect(DISTINCT one) AS before
}
CALL (code, later) {
  OPTIONAL MATCH (:DataField {key: code})
    ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= later, true) AND coalesce(later < step.validTo, true)]->(:DataField)){1,40}(:DataField)
  UNWIND CASE WHEN step IS NULL THEN [NULL] ELSE step END AS one
  RETURN collect(DISTINCT one) AS after
}
UNWIND [step IN after WHERE NOT step IN before | ['新增', step]] + [step IN before WHERE NOT step IN after | ['失效', step]] AS change
LET step = change[1]
RETURN change[0] AS what, startNode(step).code AS user, endNode(step).code AS source
ORDER BY what, user, source
