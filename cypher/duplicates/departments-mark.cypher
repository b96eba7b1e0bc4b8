// A mark that is another when a filing may have changed departments or regions, and whether one is going on that may.
// plan: filings are few
MATCH (filing:Filing)
WHERE filing.sequence IS NOT NULL
RETURN coalesce(toString(max(filing.sequence)), '') + '|' + toString(sum(CASE filing.state WHEN 'FINISHED' THEN 1 ELSE 0 END)) AS mark,
  sum(CASE WHEN filing.state IN ['QUEUED', 'RUNNING'] THEN 1 ELSE 0 END) > 0 AS going
