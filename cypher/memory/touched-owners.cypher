// The resources and forms that changes touch, as they are now.
// $owners      keys of resources and forms
// $fields      keys of fields
// $agreements  keys of agreements
// $systems     keys of systems
// $nodes       ids of nodes of resources that are to be read too
CALL () {
  UNWIND $owners AS key
  MATCH (owner:DataResource {key: key})
  RETURN owner
UNION
  UNWIND $owners AS key
  MATCH (owner:Form {key: key})
  RETURN owner
UNION
  UNWIND $fields AS key
  MATCH (:DataField {key: key})<-[:HAS_FIELD]-(owner:DataResource|Form)
  RETURN owner
UNION
  UNWIND $agreements AS key
  MATCH (:SharingAgreement {key: key})-[:OF]->(owner:DataResource)
  RETURN owner
UNION
  UNWIND $systems AS key
  MATCH (:InformationSystem {key: key})<-[:HOSTED_IN|COLLECTED_IN]-(owner:DataResource|Form)
  RETURN owner
UNION
  UNWIND $systems AS key
  MATCH (:InformationSystem {key: key})<-[:USED_BY]-(:SharingAgreement)-[:OF]->(owner:DataResource)
  RETURN owner
UNION
  UNWIND $nodes AS node
  MATCH (owner:DataResource)
  WHERE id(owner) = node
  RETURN owner
}
OPTIONAL MATCH (owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
OPTIONAL MATCH (owner)-[:HOSTED_IN|COLLECTED_IN]->(system:InformationSystem)
OPTIONAL MATCH (system)-[:OPERATED_BY]->(operator:Department)
RETURN id(owner) AS id, owner:Form AS form, owner.code AS code, owner.status AS status,
  CASE WHEN owner:Form THEN null ELSE owner.cycle END AS cycle, CASE WHEN owner:Form THEN null ELSE owner.sharing END AS sharing,
  id(department) AS department, department.key AS departmentKey, id(system) AS system, system.key AS systemKey,
  system.status AS systemStatus, id(operator) AS operator, operator.key AS operatorKey
