// Makes the case of a unit, if it has none; nobody else takes a step in it before this transaction has ended.
// $unit  the unit's key
MERGE (case:SourceCase {key: $unit})
SET case.locked = true
REMOVE case.locked
