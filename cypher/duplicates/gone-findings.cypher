// Marks findings that were looked for and not found any more.
// $codes  which
UNWIND $codes AS code
MATCH (finding:DuplicateFinding {key: code})
SET finding.present = false
