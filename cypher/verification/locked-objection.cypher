// Nobody else takes a step in an objection before this transaction has ended.
// $key  the objection's key
MATCH (objection:Objection {key: $key})
SET objection.locked = true
REMOVE objection.locked
