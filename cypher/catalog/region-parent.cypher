// The region that each region is part of.
// $keys  the keys of regions
UNWIND $keys AS key
MATCH (:Region {key: key})-[:PART_OF]->(other:Region)
RETURN key, other {.*} AS thing
