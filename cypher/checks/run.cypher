// One run.
// $key  its code
MATCH (run:CheckRun {key: $key})
WHERE run.sequence IS NOT NULL
RETURN run {.*} AS run
