// What is stored of the findings of some kinds and units, which nobody else changes before this transaction has ended.
// $units    keys of the units that were looked at anew; null for all
// $entries  whether findings about entries were looked at anew
// plan: there are few, and most are wanted
MATCH (finding:DuplicateFinding)
WHERE CASE WHEN finding.unitKey IS NULL THEN $entries ELSE $units IS NULL OR finding.lookedFor IN $units END
SET finding.locked = true
REMOVE finding.locked
RETURN finding {.code, .state, .present, .exemptUntil} AS finding
