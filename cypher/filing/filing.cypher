// The report of a filing.
// $code  its code
//
// One whose report is {} is still being entered.
MATCH (filing:Filing {key: $code})
WHERE filing.code IS NOT NULL AND filing.report <> '{}'
RETURN filing.report AS report, filing.sequence AS sequence
