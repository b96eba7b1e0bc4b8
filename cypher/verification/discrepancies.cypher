// A window of the discrepancies that fit, as they stood on a day, newest first, and how many there are.
// $codes        keys; null for all
// $rule         key of the rule by which they were found; null for all
// $unit         key of the unit; null for all
// $objection    key of the objection that they are in or were settled by; null for all
// $states       in one of these on the day; null for all
// $settlements  settled in one of these ways; null for all
// $kinds        of one of these kinds; null for all
// $reference    what the object is called; null for all
// $foundFrom    the first day on which they were found; null for all
// $foundTo      the last day; null for all
// $day          the day on which it is looked at
// $afterDay     the day of the place behind which the window begins, and
// $afterCode    its code; null at the start
// $limit        how many at most
// plan: one statement, whatever is asked for; those of a unit, a rule or some codes are found by an index below
CALL () {
  WITH *
  WHERE $codes IS NOT NULL
  UNWIND $codes AS key
  MATCH (discrepancy:Discrepancy {key: key})
  RETURN discrepancy
UNION
  WITH *
  WHERE $codes IS NULL AND $rule IS NOT NULL
  MATCH (discrepancy:Discrepancy {ruleKey: $rule})
  WHERE discrepancy.state IS NOT NULL
  RETURN discrepancy
UNION
  WITH *
  WHERE $codes IS NULL AND $rule IS NULL AND $unit IS NOT NULL
  MATCH (discrepancy:Discrepancy {unitKey: $unit})
  WHERE discrepancy.state IS NOT NULL
  RETURN discrepancy
UNION
  WITH *
  WHERE $codes IS NULL AND $rule IS NULL AND $unit IS NULL
  MATCH (discrepancy:Discrepancy)
  RETURN discrepancy
}
WITH discrepancy, [i IN range(0, size(discrepancy.days) - 1) WHERE discrepancy.days[i] <= $day][-1] AS at
WHERE at IS NOT NULL
WITH discrepancy, discrepancy.states[at] AS state, discrepancy.days[at] AS since,
  discrepancy.settlements[at] AS settlement, discrepancy.objections[at] AS objection
WHERE ($unit IS NULL OR discrepancy.unitKey = $unit)
  AND ($objection IS NULL OR objection = $objection)
  AND ($states IS NULL OR state IN $states)
  AND ($settlements IS NULL OR settlement IN $settlements)
  AND ($kinds IS NULL OR discrepancy.kind IN $kinds)
  AND ($reference IS NULL OR discrepancy.reference = $reference)
  AND ($foundFrom IS NULL OR discrepancy.foundOn >= $foundFrom)
  AND ($foundTo IS NULL OR discrepancy.foundOn <= $foundTo)
WITH discrepancy, state, since, settlement, objection
ORDER BY discrepancy.foundOn DESC, discrepancy.code
WITH collect({node: discrepancy, state: state, since: since, settlement: settlement, objection: objection}) AS fitting
CALL (fitting) {
  UNWIND [one IN fitting
    WHERE $afterDay IS NULL OR one.node.foundOn < $afterDay
      OR one.node.foundOn = $afterDay AND one.node.code > $afterCode][..$limit] AS fit
  WITH fit, fit.node AS discrepancy
  ORDER BY discrepancy.foundOn DESC, discrepancy.code
  RETURN collect(discrepancy {.code, .ruleKey, .unitKey, .reference, .kind, .foundOn, .filedAt, .filedBy, .run, .note,
    state: fit.state, since: fit.since,
    settlement: nullIf(fit.settlement, ''), objection: nullIf(fit.objection, '')}) AS discrepancies
}
RETURN size(fitting) AS total, discrepancies
