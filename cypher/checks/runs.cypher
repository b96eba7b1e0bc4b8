// A window of the runs, newest first, and how many there are.
// $before  runs before this number; null at the start
// $limit   how many at most
// plan: there are few
MATCH (run:CheckRun)
WHERE run.sequence IS NOT NULL
WITH collect(run) AS entered
RETURN size(entered) AS total,
  COLLECT {
    UNWIND entered AS run
    WITH run
    WHERE $before IS NULL OR run.sequence < $before
    RETURN run {.*}
    ORDER BY run.sequence DESC
    LIMIT $limit
  } AS runs
