// Enters a run under the next number; the lease is locked, so that no two get the same.
// $day         D and the day
// $properties  what it starts with
//
// `graph` is another when the graph is another one under the same address: restored, or emptied and filed anew.
MERGE (lease:DetectionRun {key: 'lease'})
SET lease.runs = coalesce(lease.runs, 0) + 1, lease.graph = coalesce(lease.graph, randomUUID())
WITH lease.runs AS sequence
WITH sequence, $day + '-' + CASE WHEN sequence < 10000 THEN right('000' + toString(sequence), 4) ELSE toString(sequence) END AS code
MERGE (run:DetectionRun {key: code})
SET run += $properties, run.code = code, run.sequence = sequence
RETURN run {.*} AS run
