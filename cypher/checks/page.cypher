// A window of the checks that fit, the heaviest first, then by rule and code, and how many there are.
// $ledger         whether the ledger's rules are wanted, else the regulation's
// $rules          codes of rules; null for all
// $severities     null for all
// $states         null for those that are there
// $department     key of a department that answers for it; null for all
// $region         key of the region in which such a department lies; null for all
// $element        key of the element of the unit that it is about; null for all
// $about          key of what it is about; null for all
// $asOf           the day whose evening is meant; null for now
// $afterSeverity  the place behind which the window begins: the severity,
// $afterRule      the rule, and
// $afterCode      the code; null at the start
// $limit          how many at most
// plan: there are few
MATCH (check:Check)
WHERE check.ofLedger = $ledger
  AND ($rules IS NULL OR check.rule IN $rules)
  AND ($severities IS NULL OR check.severity IN $severities)
  AND ($element IS NULL OR check.elementKey = $element)
  AND ($about IS NULL OR check.aboutKey = $about)
  AND ($department IS NULL OR EXISTS { (check)-[:ANSWERED_FOR_BY]->(:Department {key: $department}) })
  AND ($region IS NULL OR EXISTS {
    (check)-[:ANSWERED_FOR_BY]->(:Department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
  })
WITH check,
  CASE WHEN $asOf IS NULL THEN check.state
    ELSE head(COLLECT { MATCH (check)-[:HAS_STEP]->(step:CheckStep) WHERE step.on <= $asOf RETURN step.to ORDER BY step.number DESC LIMIT 1 })
  END AS state
WHERE CASE WHEN $states IS NULL THEN state <> 'MENDED' ELSE state IN $states END
WITH check, state, check.severityRank AS severity
WITH collect({check: check, state: state, severity: severity}) AS fitting
RETURN size(fitting) AS total,
  COLLECT {
    UNWIND fitting AS fit
    WITH fit.check AS check, fit.state AS state, fit.severity AS severity
    WHERE $afterCode IS NULL
      OR severity > $afterSeverity
      OR severity = $afterSeverity AND (check.rule > $afterRule OR check.rule = $afterRule AND check.code > $afterCode)
    RETURN check {.*, state: state}
    ORDER BY severity, check.rule, check.code
    LIMIT $limit
  } AS checks
