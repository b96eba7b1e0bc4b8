// What each region is part of, itself included.
// $regions  keys
UNWIND $regions AS key
MATCH (:Region {key: key})-[:PART_OF]->{0,10}(around:Region)
RETURN key AS region, collect(DISTINCT around.key) AS around
