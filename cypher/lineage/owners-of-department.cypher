// The resources that a department provides and the forms that it issues.
// $key  the department's key
MATCH (:Department {key: $key})<-[:PROVIDED_BY|ISSUED_BY]-(owner:DataResource|Form)
RETURN DISTINCT owner.key AS key, owner:Form AS form
