// The discrepancies that an objection has gathered.
// $key  the objection's key
MATCH (:Objection {key: $key})-[:GATHERS]->(discrepancy:Discrepancy)
RETURN discrepancy.key AS key
ORDER BY key
