// 是否同源?两个信息项共同的上游,离两者近的在前;没有一行即不同源或登记不全。
LET oneCode = 'R-SS-XYPJ#注册资本', otherCode = 'R-SS-FRK#注册资本', day = date()
CALL (oneCode, day) {
  MATCH walk = (:DataField {key: oneCode})
    ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){0,40}
    (above:DataField)
  RETURN above, min(length(walk)) AS toOne
}
CALL (above, otherCode, day) {
  MATCH way = ANY SHORTEST (:DataField {key: otherCode})
    ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){0,40}
    (above)
  RETURN length(way) AS toOther
}
RETURN above.code AS common
ORDER BY toOne + toOther, common
