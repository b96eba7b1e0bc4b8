// 某部法规废止后要改什么?依据《中华人民共和国户口登记条例》第三条的数源认定。
LET document = '户口登记条例', clause = '第三条', day = date()
MATCH (designation:Designation)-[:OF]->(unit:SourceUnit)
WHERE designation.document CONTAINS document AND designation.clause CONTAINS clause
  AND coalesce(designation.validFrom <= day, true) AND coalesce(day < designation.validTo, true)
OPTIONAL MATCH (designation)-[:NAMES]->(department:Department)
RETURN unit.code AS unit, department.code AS department
ORDER BY unit
