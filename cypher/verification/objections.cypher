// A window of the objections that fit, as they stood on a day, those received first first, and how many there are.
// $states        in one of these on the day; null for all
// $department    key of the department that answers; null for all
// $raiser        key of the department that doubts; null for all
// $unit          key of the unit; null for all
// $about         key of what is doubted; null for all
// $receivedFrom  the first day of receipt; null for all
// $receivedTo    the last day; null for all
// $open          the states in which they are not answered
// $overdue       whether the term has ended without an answer; null for all
// $endedIf       whatever was received till this day has had the term
// $day           the day on which it is looked at
// $afterDay      the day of the place behind which the window begins, and
// $afterCode     its code; null at the start
// $limit         how many at most
// plan: people raise them one by one
MATCH (objection:Objection)
WHERE objection.code IS NOT NULL AND objection.receivedOn <= $day
  AND ($unit IS NULL OR objection.unitKey = $unit)
  AND ($department IS NULL OR objection.respondentKey = $department)
  AND ($raiser IS NULL OR objection.raiserKey = $raiser)
  AND ($about IS NULL OR objection.aboutKey = $about)
  AND ($receivedFrom IS NULL OR objection.receivedOn >= $receivedFrom)
  AND ($receivedTo IS NULL OR objection.receivedOn <= $receivedTo)
WITH objection, [i IN range(0, size(objection.days) - 1) WHERE objection.days[i] <= $day | objection.states[i]][-1] AS state
WHERE ($states IS NULL OR state IN $states)
  AND ($overdue IS NULL OR (state IN $open AND objection.receivedOn <= $endedIf) = $overdue)
WITH objection
ORDER BY objection.receivedOn, objection.code
WITH collect(objection) AS fitting
CALL (fitting) {
  UNWIND [one IN fitting WHERE $afterDay IS NULL OR one.receivedOn > $afterDay
    OR one.receivedOn = $afterDay AND one.code > $afterCode][..$limit] AS objection
  MATCH (objection)-[:ABOUT]->(about)
  MATCH (objection)-[:RAISED_BY]->(raiser:Department)
  MATCH (objection)-[:ANSWERED_BY]->(respondent:Department)
  WITH objection, about, raiser, respondent
  ORDER BY objection.receivedOn, objection.code
  RETURN collect(objection {.*, about: about {.*, kind: labels(about)[0]}, raiser: properties(raiser), respondent: properties(respondent),
    gathered: COUNT { (objection)-[:GATHERS]->() }}) AS objections
}
RETURN size(fitting) AS total, objections
