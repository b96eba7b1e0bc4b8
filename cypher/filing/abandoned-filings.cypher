// The filings that a process of this data directory left unfinished.
// $home     the data directory
// $process  the process that asks, whose own are going on
//
// One whose report is {} is still being entered.
MATCH (filing:Filing {home: $home})
WHERE filing.state IN ['QUEUED', 'RUNNING'] AND filing.process <> $process AND filing.report <> '{}'
RETURN filing.report AS report, filing.process AS process
