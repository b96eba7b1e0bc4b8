// The fields that are designated sources on a day, by the ids of their nodes.
// $day  the day
//
// plan: designations are few beside fields, and none of their states is in an index.
MATCH (designation:Designation {state: '已认定'})-[:AT]->(field:DataField)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
RETURN DISTINCT id(field) AS node
