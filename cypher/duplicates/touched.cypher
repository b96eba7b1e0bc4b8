// What filings and decisions have touched since: the resources and forms that have to be read anew, and what else.
// $through  the sequence of the last filing that was looked at
// $decided  the number of the last decision that was looked at
// $most     how many of each kind at most
//
// `land` tells that regions, departments or data elements have changed, on which everything rests.
OPTIONAL MATCH (filing:Filing)
WHERE filing.sequence > $through AND NOT coalesce(filing.dryRun, false)
WITH collect(filing.code) AS batches
RETURN
  EXISTS { UNWIND batches AS batch MATCH (:Region {batch: batch}) }
    OR EXISTS { UNWIND batches AS batch MATCH (:Department {batch: batch}) }
    OR EXISTS { UNWIND batches AS batch MATCH (:DataElement {batch: batch}) } AS land,
  COLLECT {
    UNWIND batches AS batch
    MATCH (field:DataField {batch: batch})
    RETURN {owner: field.ownerKey, name: field.name}
    LIMIT $most
  } AS fields,
  COLLECT { UNWIND batches AS batch MATCH (resource:DataResource {batch: batch}) RETURN resource.key LIMIT $most } AS resources,
  COLLECT { UNWIND batches AS batch MATCH (form:Form {batch: batch}) RETURN form.key LIMIT $most } AS forms,
  COLLECT { UNWIND batches AS batch MATCH (system:InformationSystem {batch: batch}) RETURN system.key LIMIT $most } AS systems,
  COLLECT {
    UNWIND batches AS batch
    MATCH (:InformationSystem {batch: batch})<-[:HOSTED_IN|COLLECTED_IN]-(owner:DataResource|Form)
    RETURN owner.key
    LIMIT $most
  } AS hosted,
  COLLECT {
    UNWIND batches AS batch
    MATCH (user)-[derived:DERIVED_FROM {batch: batch}]->()
    RETURN CASE WHEN user:DataField THEN user.ownerKey ELSE user.key END
    LIMIT $most
  } AS users,
  COLLECT {
    UNWIND batches AS batch
    MATCH (:SharingAgreement {batch: batch})-[:OF]->(resource:DataResource)
    RETURN resource.key
    LIMIT $most
  } AS shared,
  COLLECT { UNWIND batches AS batch MATCH (touched:Touched {batch: batch}) RETURN touched.owner LIMIT $most } AS left,
  COLLECT { MATCH (touched:Touched) WHERE touched.sequence > $decided RETURN touched.owner LIMIT $most } AS decided,
  COLLECT {
    UNWIND batches AS batch
    MATCH (:Designation {batch: batch})-[:OF]->(unit:SourceUnit)
    RETURN unit.key
    LIMIT $most
  } AS designated,
  COLLECT {
    UNWIND batches AS batch
    MATCH (:DataField {batch: batch})<-[:AT]-(:Designation)-[:OF]->(unit:SourceUnit)
    RETURN unit.key
    LIMIT $most
  } AS designatedAt
