// Of resources and forms, the system that keeps each and the department that answers for it.
// $resources  the keys of the resources
// $forms      the keys of the forms
CALL () {
  UNWIND $resources AS key
  MATCH (owner:DataResource {key: key})
  OPTIONAL MATCH (owner)-[:HOSTED_IN]->(system:InformationSystem)
  OPTIONAL MATCH (owner)-[:PROVIDED_BY]->(department:Department)
  RETURN owner, system, department
UNION ALL
  UNWIND $forms AS key
  MATCH (owner:Form {key: key})
  OPTIONAL MATCH (owner)-[:COLLECTED_IN]->(system:InformationSystem)
  OPTIONAL MATCH (owner)-[:ISSUED_BY]->(department:Department)
  RETURN owner, system, department
}
RETURN owner.key AS ownerKey, owner:Form AS ofForm, owner.code AS code, system {.key, .code} AS system,
  department {.key, .code} AS department
