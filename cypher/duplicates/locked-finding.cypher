// One finding, which nobody else changes before this transaction has ended.
// $key  its code
MATCH (finding:DuplicateFinding {key: $key})
SET finding.locked = true
REMOVE finding.locked
RETURN finding {.*} AS finding
