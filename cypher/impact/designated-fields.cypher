// The fields of some units that are designated sources on a day, by the ids of their nodes.
// $units  the ids of the nodes of the units
// $day    the day
//
// plan: designations are few beside the fields of a unit, and none of their states is in an index.
MATCH (designation:Designation {state: '已认定'})-[:AT]->(field:DataField)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  AND EXISTS { MATCH (field)-[:HELD_AS]->(unit:SourceUnit) WHERE id(unit) IN $units }
RETURN DISTINCT id(field) AS node
