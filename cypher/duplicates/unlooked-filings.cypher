// How many filings have ended that no detection has looked at.
// plan: filings are few
OPTIONAL MATCH (count:DetectionRun {key: 'count'})
WITH coalesce(count.through, 0) AS through
MATCH (filing:Filing)
WHERE filing.sequence > through AND filing.home IS NOT NULL AND NOT coalesce(filing.dryRun, false)
  AND filing.state IN ['FINISHED', 'FAILED']
RETURN count(*) AS filings
