// A row of lineage that a person asserts.
// $toLabel     the label of the user
// $to          its key
// $fromLabel   the label of the source
// $from        its key
// $properties  what is said, its edge among it
//
// plan: two look-ups by a unique key: their product is one row.
MATCH (user:$($toLabel) {key: $to})
MATCH (source:$($fromLabel) {key: $from})
CREATE (user)-[derived:DERIVED_FROM]->(source)
SET derived = $properties
RETURN derived.edge AS edge
