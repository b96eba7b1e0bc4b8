// Every objection that was not taken back, what it is about, and when it was answered.
// plan: all are wanted
MATCH (objection:Objection)
WHERE objection.code IS NOT NULL AND objection.state <> 'WITHDRAWN'
OPTIONAL MATCH (objection)-[:ABOUT]->(field:DataField)
RETURN objection.key AS key,
  objection.code AS code,
  objection.shown AS shown,
  field.key AS field,
  objection.unitKey AS unit,
  objection.respondentKey AS respondent,
  objection.raiserKey AS raiser,
  objection.receivedOn AS received,
  objection.answeredOn AS answered
