// Every row in force on a day with the grades that its two ends are filed with.
// $day  the day
//
// plan: a grade flows as far as rows lead, so every row is looked at.
CALL () {
  MATCH (user:DataField)-[step:DERIVED_FROM]->(source:DataField)
  OPTIONAL MATCH (user)<-[:HAS_FIELD]-(ofUser:DataResource)
  OPTIONAL MATCH (source)<-[:HAS_FIELD]-(ofSource:DataResource)
  RETURN user, step, source, ofUser, ofSource
UNION ALL
  MATCH (user:DataResource)-[step:DERIVED_FROM]->(source:DataResource)
  RETURN user, step, source, user AS ofUser, source AS ofSource
}
WITH user, step, source, ofUser, ofSource
WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
OPTIONAL MATCH (ofUser)-[:PROVIDED_BY]->(department:Department)
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode, false AS toForm,
  user:DataField AS ofField, step {.*} AS step, department.key AS department,
  ofUser.grade AS userGrade, ofSource.grade AS sourceGrade,
  user.sensitivity AS userSensitivity, source.sensitivity AS sourceSensitivity
