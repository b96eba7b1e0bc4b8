// The resources that a system hosts and the forms that it collects.
// $key  the system's key
MATCH (:InformationSystem {key: $key})<-[:HOSTED_IN|COLLECTED_IN]-(owner:DataResource|Form)
RETURN DISTINCT owner.key AS key, owner:Form AS form
