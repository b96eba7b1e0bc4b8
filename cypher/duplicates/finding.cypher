// One finding.
// $key  its code
MATCH (finding:DuplicateFinding {key: $key})
RETURN finding {.*} AS finding
