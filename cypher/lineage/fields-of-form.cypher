// The fields at which a walk from a form begins: all of its.
// $key  the form's key
MATCH (:Form {key: $key})-[:HAS_FIELD]->(field:DataField)
RETURN field.key AS key
ORDER BY key
