// What is stored of every check, which nobody else changes before this transaction has ended.
// plan: all are wanted
MATCH (check:Check)
SET check.locked = true
REMOVE check.locked
RETURN check {.code, .state, .digest, .exceptUntil} AS check
