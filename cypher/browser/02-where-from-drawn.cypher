// 从哪里来?画成图:市级企业库“注册资本”的上游链路和各自的资源。
LET code = 'R-SS-QYK#注册资本', day = date()
MATCH walk = (asked:DataField {key: code})
  ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){1,40}
  (source:DataField)<-[:HAS_FIELD]-(resource:DataResource)
WHERE source <> asked
RETURN walk, resource
