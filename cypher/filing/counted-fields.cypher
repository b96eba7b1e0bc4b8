// How many fields resources and forms have.
// $owners  their keys
UNWIND $owners AS key
OPTIONAL MATCH (resource:DataResource {key: key})
OPTIONAL MATCH (form:Form {key: key})
WITH key, coalesce(resource, form) AS owner
RETURN key AS owner, COUNT { (owner)-[:HAS_FIELD]->() } AS fields
