// The forms among these that are in the graph, with the keys of what they are linked to.
// $keys  their keys
UNWIND $keys AS key
MATCH (filed:Form {key: key})
RETURN key, properties(filed) AS properties, [(filed)-[link:ISSUED_BY|COLLECTED_IN|APPLIES_IN]->(target) WHERE target.key IS NOT NULL | [type(link), target.key]] AS links
