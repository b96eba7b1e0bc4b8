// The fields of some units that are designated sources of the same datum on a day, by the ids of their nodes.
// $units  the ids of the nodes of the units
// $day    the day
//
// plan: a unit's element has few units, those with a scope among them, and these few designations; the fields of a unit, which may
// be hundreds of thousands, are not gone through.
MATCH (unit:SourceUnit)
WHERE id(unit) IN $units
MATCH (of:SourceUnit {elementKey: unit.elementKey})<-[:OF]-(designation:Designation {state: '已认定'})-[:AT]->(field:DataField)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  AND EXISTS { MATCH (field)-[:HELD_AS]->(unit) }
RETURN DISTINCT id(field) AS node
