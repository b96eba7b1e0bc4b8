// The fields at which a walk from a department begins: those of the resources it provides and of the forms it issues.
// $key  the department's key
MATCH (:Department {key: $key})<-[:PROVIDED_BY|ISSUED_BY]-(owner:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
RETURN DISTINCT field.key AS key
ORDER BY key
