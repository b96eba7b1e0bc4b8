// The filings that a process of this data directory left unfinished.
// $home     the data directory
// $process  the process that asks, whose own are going on
MATCH (filing:Filing {home: $home})
WHERE filing.state IN ['QUEUED', 'RUNNING'] AND filing.process <> $process
RETURN filing.report AS report
