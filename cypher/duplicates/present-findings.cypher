// The codes of all findings that count as there.
// plan: all are wanted
MATCH (finding:DuplicateFinding {present: true})
RETURN finding.code AS code
