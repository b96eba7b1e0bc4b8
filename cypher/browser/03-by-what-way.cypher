// 经什么路径?从婚姻登记到人才公寓申请表预填的“婚姻登记日期”,最短的一条。
LET sourceCode = 'R-SS-HYDJ#婚姻登记日期', userCode = 'BD-SS-RCGY#婚姻登记日期', day = date()
MATCH (source:DataField {key: sourceCode}), (user:DataField {key: userCode})
MATCH way = ANY SHORTEST (user)
  ((:DataField)-[step:DERIVED_FROM WHERE coalesce(step.validFrom <= day, true) AND coalesce(day < step.validTo, true)]->(:DataField)){1,40}
  (source)
RETURN length(way) AS hops, [field IN reverse(nodes(way)) | field.code] AS codes
