// What the ledger says of units beside who their source is: how it is to be had, who uses it, who else collects it.
// $units  {key, heldAs, designation, at}: the unit's key, the one its fields hang on, the code of its designation and the key of the source's field; either null
// $day    the day whose agreements count
UNWIND $units AS asked
CALL (asked) {
  OPTIONAL MATCH (designation:Designation)-[:OF]->(:SourceUnit {key: asked.key})
  WHERE designation.code = asked.designation
  RETURN designation
  ORDER BY designation.key
  LIMIT 1
}
CALL (asked) {
  MATCH (:SourceUnit {key: asked.key})-[:OF]->(element:DataElement)
  RETURN element
  ORDER BY element.key
  LIMIT 1
}
CALL (asked) {
  OPTIONAL MATCH (resource:DataResource)-[:HAS_FIELD]->(at:DataField {key: asked.at})
  OPTIONAL MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem)
  RETURN at, resource, system
  ORDER BY resource.key, system.key
  LIMIT 1
}
CALL (asked, resource) {
  OPTIONAL MATCH (:SourceUnit {key: asked.heldAs})<-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(other:DataResource)
  WHERE resource IS NULL AND field.acquisition IN ['采集', '产生']
  WITH DISTINCT coalesce(resource, other) AS used
  MATCH (used)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
  WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
  OPTIONAL MATCH (agreement)-[:USED_BY]->(user:InformationSystem)
  RETURN count(DISTINCT consumer) AS users, count(DISTINCT user) AS usingSystems
}
CALL (asked) {
  OPTIONAL MATCH (:SourceUnit {key: asked.key})<-[:ABOUT]-(finding:DuplicateFinding)
  WHERE finding.present AND NOT finding.state IN ['EXEMPT', 'FALSE_ALARM', 'CLOSED']
  OPTIONAL MATCH (finding)-[accuses:INVOLVES]->(:DataField)<-[:HAS_FIELD]-(:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(collector:Department)
  WHERE accuses.role IN ['COLLECTOR', 'COPY']
  WITH finding, collector
  ORDER BY collector.code, finding.code
  RETURN collect(DISTINCT finding.code) AS findings, collect(DISTINCT properties(collector)) AS collectors
}
CALL (asked) {
  MATCH (rule:VerificationRule {unitKey: asked.key})-[:HELD_AGAINST]->(department:Department)
  WHERE rule.validFrom <= $day AND coalesce($day < rule.validUntil, true)
  WITH department, rule
  ORDER BY department.code, rule.code
  RETURN collect(department.name + '：' + rule.text) AS verifiedBy
}
RETURN asked.key AS unit,
  properties(designation) AS designation,
  properties(element) AS element,
  properties(at) AS field,
  properties(resource) AS resource,
  properties(system) AS system,
  users, usingSystems, findings, collectors, verifiedBy
