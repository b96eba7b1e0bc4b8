// Which of these fields, resources and forms are technical: their resource, form or system has one of some words in its name.
// $fields     the keys of fields
// $resources  the keys of resources
// $forms      the keys of forms
// $words      the words
CALL () {
  UNWIND $fields AS key
  MATCH (thing:DataField {key: key})<-[:HAS_FIELD]-(owner:DataResource|Form)
  RETURN thing, owner
UNION ALL
  UNWIND $resources AS key
  MATCH (thing:DataResource {key: key})
  RETURN thing, thing AS owner
UNION ALL
  UNWIND $forms AS key
  MATCH (thing:Form {key: key})
  RETURN thing, thing AS owner
}
OPTIONAL MATCH (owner)-[:HOSTED_IN|COLLECTED_IN]->(system:InformationSystem)
WITH thing, owner, system
WHERE any(word IN $words WHERE owner.name CONTAINS word OR system.name CONTAINS word)
RETURN DISTINCT labels(thing)[0] AS label, thing.key AS key
