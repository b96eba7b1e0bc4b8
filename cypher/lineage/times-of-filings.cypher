// When filings began.
// $codes  their codes
UNWIND $codes AS code
MATCH (filing:Filing {key: code})
WHERE filing.startedAt <> ''
RETURN code, toString(filing.startedAt) AS startedAt
