// Writes how it stands with a finding.
// $key         its code
// $properties  what is new; what is null is taken away
MATCH (finding:DuplicateFinding {key: $key})
SET finding += $properties
