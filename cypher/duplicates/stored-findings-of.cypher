// What is stored of the findings of some units and of some others, which nobody else changes before this transaction has ended.
// $units  keys of units without scope
// $codes  of the others
CALL () {
  UNWIND $units AS unit
  MATCH (finding:DuplicateFinding {lookedFor: unit})
  RETURN finding
UNION
  UNWIND $codes AS code
  MATCH (finding:DuplicateFinding {key: code})
  RETURN finding
}
SET finding.locked = true
REMOVE finding.locked
RETURN finding {.code, .state, .present, .exemptUntil} AS finding
