// The fields at which a walk from a resource begins: all of its.
// $key  the resource's key
MATCH (:DataResource {key: $key})-[:HAS_FIELD]->(field:DataField)
RETURN field.key AS key
ORDER BY key
