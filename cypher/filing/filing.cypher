// The report of a filing.
// $code  its code
MATCH (filing:Filing {key: $code})
WHERE filing.code IS NOT NULL
RETURN filing.report AS report, filing.sequence AS sequence
