// Lets an objection gather discrepancies.
// $key   the objection's key
// $keys  keys of discrepancies
// plan: the product is of things each found by its key
MATCH (objection:Objection {key: $key})
UNWIND $keys AS one
MATCH (discrepancy:Discrepancy {key: one})
MERGE (objection)-[:GATHERS]->(discrepancy)
