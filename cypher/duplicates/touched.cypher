// What filings and decisions have touched since: the resources and forms that have to be read anew, and what else.
// $through  the sequence of the last filing that was looked at
// $decided  the number of the last decision that was looked at
// $most     how many of each kind at most
//
// `land` tells that regions, departments or data elements have changed, on which everything rests; `much` that a filing has
// changed too much to say what.
OPTIONAL MATCH (filing:Filing)
WHERE filing.sequence > $through AND NOT coalesce(filing.dryRun, false)
WITH collect(filing.code) AS batches
RETURN
  EXISTS { UNWIND batches AS batch MATCH (:Region {batch: batch}) }
    OR EXISTS { UNWIND batches AS batch MATCH (:Department {batch: batch}) }
    OR EXISTS { UNWIND batches AS batch MATCH (:DataElement {batch: batch}) } AS land,
  EXISTS { UNWIND batches AS batch MATCH (:Touched {batch: batch, much: true}) } AS much,
  COLLECT {
    UNWIND batches AS batch
    MATCH (touched:Touched {batch: batch})
    UNWIND touched.fields AS key
    MATCH (field:DataField {key: key})
    RETURN {owner: field.ownerKey, name: field.name}
    LIMIT $most
  } AS fields,
  COLLECT {
    UNWIND batches AS batch
    MATCH (touched:Touched {batch: batch})
    UNWIND touched.owners AS key
    RETURN DISTINCT key
    LIMIT $most
  } AS owners,
  COLLECT { UNWIND batches AS batch MATCH (system:InformationSystem {batch: batch}) RETURN system.key LIMIT $most } AS systems,
  COLLECT {
    UNWIND batches AS batch
    MATCH (:InformationSystem {batch: batch})<-[:HOSTED_IN|COLLECTED_IN]-(owner:DataResource|Form)
    RETURN owner.key
    LIMIT $most
  } AS hosted,
  COLLECT {
    UNWIND batches AS batch
    MATCH (touched:Touched {batch: batch})
    UNWIND touched.agreements AS key
    MATCH (:SharingAgreement {key: key})-[:OF]->(resource:DataResource)
    RETURN resource.key
    LIMIT $most
  } AS shared,
  COLLECT { UNWIND batches AS batch MATCH (touched:Touched {batch: batch}) WHERE touched.owner IS NOT NULL RETURN touched.owner LIMIT $most } AS left,
  COLLECT { MATCH (touched:Touched) WHERE touched.sequence > $decided RETURN touched.owner LIMIT $most } AS decided,
  COLLECT {
    UNWIND batches AS batch
    MATCH (:Designation {batch: batch})-[:OF]->(unit:SourceUnit)
    RETURN unit.key
    LIMIT $most
  } AS designated,
  COLLECT {
    UNWIND batches AS batch
    MATCH (touched:Touched {batch: batch})
    UNWIND touched.fields AS key
    MATCH (:DataField {key: key})<-[:AT]-(:Designation)-[:OF]->(unit:SourceUnit)
    RETURN unit.key
    LIMIT $most
  } AS designatedAt
