// Nobody else sets a rule of a unit before this transaction has ended.
// $unit  the unit's key
MERGE (verified:VerifiedUnit {key: $unit})
SET verified.locked = true
REMOVE verified.locked
