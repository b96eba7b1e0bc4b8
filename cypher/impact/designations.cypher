// The designations that hang on fields, or name a department, and count on a day, with who is responsible.
// $fields      the keys of the fields
// $department  the key of the department; null when none is asked of
// $day         the day
//
// Who is responsible is the department named or, when that is dissolved or merged, who took over.
CALL () {
  UNWIND $fields AS key
  MATCH (:DataField {key: key})<-[:AT]-(designation:Designation)
  RETURN designation
  UNION
  MATCH (:Department {key: $department})<-[:NAMES]-(designation:Designation)
  RETURN designation
}
MATCH (designation)-[:OF]->(unit:SourceUnit)-[:OF]->(element:DataElement)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  AND coalesce(designation.state, '已认定') IN ['已认定', '牵头收集', '争议中']
OPTIONAL MATCH (unit)-[:WITHIN]->(region:Region)
OPTIONAL MATCH (designation)-[:NAMES]->(named:Department)
OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
CALL (named) {
  OPTIONAL MATCH (named)
    ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (last:Department WHERE NOT coalesce(last.status, '在设') IN ['撤销', '合并'])
  RETURN last
  ORDER BY last.key
  LIMIT 1
}
RETURN unit {.*, element: element {.*}, region: region {.*}} AS unit,
  designation {
    .*,
    named: named {.*},
    responsible: last {.*},
    field: field {.*},
    scopeKnown: unit.regionKey IS NULL OR region IS NOT NULL
  } AS designation
ORDER BY unit.code, designation.code
