// 谁是数源?自然人的“户籍地址”:认定的部门、信息项和依据,以及持有者。
LET unitCode = 'YL008/自然人', day = date()
MATCH (unit:SourceUnit {key: unitCode})<-[:OF]-(designation:Designation {state: '已认定'})-[:NAMES]->(department:Department)
WHERE coalesce(designation.validFrom <= day, true) AND coalesce(day < designation.validTo, true)
OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
RETURN department.code AS department, field.code AS field, designation.document AS document, designation.clause AS clause,
  COUNT { (unit)<-[:HELD_AS]-(:DataField) } AS holders
