// The reports of the filings, newest first.
// $before  the sequence before which they were entered; none for the newest
// $first   how many at most
//
// One whose report is {} is still being entered.
MATCH (filing:Filing)
WHERE filing.sequence IS NOT NULL AND filing.report <> '{}' AND ($before IS NULL OR filing.sequence < $before)
RETURN filing.report AS report, filing.sequence AS sequence
ORDER BY sequence DESC
LIMIT $first
