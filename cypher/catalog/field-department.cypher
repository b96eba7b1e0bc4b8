// The department that answers for each field: the provider of its resource or the issuer of its form.
// $keys  the keys of fields
UNWIND $keys AS key
MATCH (:DataField {key: key})<-[:HAS_FIELD]-(owner:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(other:Department)
RETURN key, other {.*} AS thing
