// The fields among these that are in the graph, with the keys of what they are linked to.
// $keys  their keys
UNWIND $keys AS key
MATCH (filed:DataField {key: key})
RETURN key, properties(filed) AS properties, [(filed)-[link:REPRESENTS]->(target) WHERE target.key IS NOT NULL AND coalesce(link.by, '目录') <> '人工' | [type(link), target.key]] AS links
