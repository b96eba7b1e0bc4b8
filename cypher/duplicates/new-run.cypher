// Enters a run under the next number; the count is locked, so that no two get the same.
// $day         D and the day
// $properties  what it starts with
//
// `graph` is another when the graph is another one under the same address: restored, or emptied and filed anew.
MERGE (count:DetectionRun {key: 'count'})
SET count.runs = coalesce(count.runs, 0) + 1, count.graph = coalesce(count.graph, randomUUID())
WITH count.runs AS sequence
WITH sequence, $day + '-' + CASE WHEN sequence < 10000 THEN right('000' + toString(sequence), 4) ELSE toString(sequence) END AS code
MERGE (run:DetectionRun {key: code})
SET run += $properties, run.code = code, run.sequence = sequence
RETURN run {.*} AS run
