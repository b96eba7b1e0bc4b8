// Source units as they are shown.
// $keys  their keys
UNWIND $keys AS key
MATCH (unit:SourceUnit {key: key})-[:OF]->(element:DataElement)
OPTIONAL MATCH (unit)-[:WITHIN]->(region:Region)
RETURN unit {.*, element: element {.*}, region: region {.*}} AS unit
