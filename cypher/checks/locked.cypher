// One check, which nobody else changes before this transaction has ended.
// $key  its code
MATCH (check:Check {key: $key})
SET check.locked = true
REMOVE check.locked
RETURN check {.*} AS check
