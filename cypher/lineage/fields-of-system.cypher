// The fields at which a walk from a system begins: those of the resources it hosts and of the forms it collects.
// $key  the system's key
MATCH (:InformationSystem {key: $key})<-[:HOSTED_IN|COLLECTED_IN]-(owner:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
RETURN DISTINCT field.key AS key
ORDER BY key
