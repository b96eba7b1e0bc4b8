// The notices that were issued, the first due first.
// $code          of this code; null for all
// $question      of this question; null for all
// $department    to the department of this key; null for all
// $change        of this kind of change; null for all
// $acknowledged  whether they are acknowledged; null for both
// $dueBefore     unacknowledged and due before this day; null for all
// $afterDue      the place behind which the window begins: its day; null at the start
// $afterCode     and its code
// $limit         how many at most
MATCH (notice:Notice)
WHERE notice.due IS NOT NULL
  AND ($code IS NULL OR notice.key = $code)
  AND ($question IS NULL OR notice.question = $question)
  AND ($change IS NULL OR notice.change = $change)
  AND ($acknowledged IS NULL OR (notice.acknowledgedAt IS NOT NULL) = $acknowledged)
  AND ($dueBefore IS NULL OR notice.acknowledgedAt IS NULL AND notice.due < $dueBefore)
  AND ($department IS NULL OR EXISTS { (notice)-[:TO]->(:Department {key: $department}) })
WITH notice
ORDER BY notice.due, notice.code
WITH collect(notice) AS fitting
WITH size(fitting) AS total,
  [one IN fitting WHERE $afterDue IS NULL OR one.due > date($afterDue)
    OR one.due = date($afterDue) AND one.code > $afterCode][..$limit] AS window
CALL (window) {
  UNWIND window AS notice
  MATCH (notice)-[:TO]->(department:Department)
  MATCH (notice)-[:ABOUT]->(thing)
  WITH notice, department, thing
  ORDER BY notice.due, notice.code
  RETURN collect(notice {.*, department: department {.*}, of: thing {.*, kind: labels(thing)[0]}}) AS notices
}
RETURN total, notices
