// The live forms that ask some respondents, each with where it is asked and what.
// $respondents  as the forms write them
// plan: there are few
MATCH (form:Form)
WHERE form.respondent IN $respondents
  AND NOT EXISTS { MATCH (form)-[:COLLECTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
CALL (form) {
  OPTIONAL MATCH (form)-[:APPLIES_IN]->(said:Region)
  OPTIONAL MATCH (form)-[:ISSUED_BY]->(:Department)-[:LOCATED_IN]->(home:Region)
  RETURN coalesce(said, home) AS place
  LIMIT 1
}
RETURN form {.*} AS form,
  COLLECT { MATCH (place)-[:PART_OF]->{0,10}(outer:Region) RETURN outer.key } AS within,
  COLLECT {
    MATCH (form)-[:HAS_FIELD]->(field:DataField)
    OPTIONAL MATCH (unit:SourceUnit {key: coalesce(field.understoodAs, head(COLLECT { MATCH (proposal:Proposal {number: field.proposal}) RETURN proposal.unitKey }),
      head(COLLECT { MATCH (field)-[:HELD_AS]->(held:SourceUnit) RETURN held.key }))})-[:OF]->(element:DataElement)
    RETURN {field: properties(field), unit: unit.key, identifying: coalesce(element.identifying, false)}
    ORDER BY field.ordinal, field.code
  } AS fields
ORDER BY form.code
