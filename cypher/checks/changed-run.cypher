// Writes how a run goes on.
// $code        which
// $properties  what is new
MATCH (run:CheckRun {key: $code})
SET run += $properties
