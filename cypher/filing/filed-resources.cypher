// The resources among these that are in the graph, with the keys of what they are linked to.
// $keys  their keys
UNWIND $keys AS key
MATCH (filed:DataResource {key: key})
RETURN key, properties(filed) AS properties, [(filed)-[link:PROVIDED_BY|HOSTED_IN|BELONGS_TO]->(target) WHERE target.key IS NOT NULL | [type(link), target.key]] AS links
