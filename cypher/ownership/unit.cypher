// A unit by its key, with its element and its scope.
// $key  its code, normalised
MATCH (unit:SourceUnit {key: $key})-[:OF]->(element:DataElement)
OPTIONAL MATCH (unit)-[:WITHIN]->(region:Region)
RETURN unit {.*, element: element {.*}, region: region {.*}} AS unit
