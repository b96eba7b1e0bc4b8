// Locks what is known of how a unit is verified, and tells how many rules it has had.
// $unit  the unit's key
MERGE (verified:VerifiedUnit {key: $unit})
SET verified.locked = true
REMOVE verified.locked
RETURN coalesce(verified.rules, 0) AS rules
