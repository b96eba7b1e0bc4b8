// The day for which the last run that ended well has judged.
// plan: there are few
MATCH (run:CheckRun {state: 'FINISHED'})
RETURN run.day AS day
ORDER BY run.sequence DESC
LIMIT 1
