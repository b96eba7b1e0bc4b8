// Writes how a run goes on.
// $code        which
// $properties  what is new
MATCH (run:DetectionRun {key: $code})
SET run += $properties
