// What is stored of all findings, which nobody else changes before this transaction has ended.
// plan: there are few, and all are wanted
MATCH (finding:DuplicateFinding)
SET finding.locked = true
REMOVE finding.locked
RETURN finding {.code, .state, .present, .exemptUntil} AS finding
