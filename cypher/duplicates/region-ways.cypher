// Some regions, each with all that it lies in, itself first.
// $keys  which
UNWIND $keys AS key
MATCH (region:Region {key: key})
RETURN key, COLLECT { MATCH (region)-[:PART_OF]->{0,10}(outer:Region) RETURN outer.key } AS within
