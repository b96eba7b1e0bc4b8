// The checks about some things that are there, the heaviest first.
// $ledger  whether the ledger's rules are wanted, else the regulation's
// $label   the label of the things
// $keys    their keys
UNWIND $keys AS key
MATCH (check:Check {aboutKey: key})
WHERE check.aboutLabel = $label AND check.ofLedger = $ledger AND check.state <> 'MENDED'
RETURN key AS about, check {.*} AS check
ORDER BY about, check.severityRank, check.rule, check.code
