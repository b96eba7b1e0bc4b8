// The nodes of resources.
// $keys  the keys of the resources
UNWIND $keys AS key
MATCH (owner:DataResource {key: key})
RETURN key, id(owner) AS id
