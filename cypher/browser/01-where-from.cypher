// 从哪里来?市级企业库“注册资本”的上游信息项,由近及远。
// 把 code 换成别的信息项编码即可;要看成图,把最后两行换成 RETURN walk。
LET code = 'R-SS-QYK#注册资本', day = date()
MATCH walk = (asked:DataField {key: code})
  ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){1,40}
  (source:DataField)
WHERE source <> asked
WITH source, min(length(walk)) AS hop, day
RETURN source.code AS code, hop,
  NOT EXISTS { (source)-[step:DERIVED_FROM]->() WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true) } AS end
ORDER BY hop, code
