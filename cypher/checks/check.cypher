// One check.
// $key  its code
MATCH (check:Check {key: $key})
RETURN check {.*} AS check
