// Enters notices under the next codes of their day, but for those that the same question has an unacknowledged one of.
// $day   the day, as it stands in the codes
// $rows  {openKey, department, label, thing, properties}: keys, the label of what is changed, and what is kept
//
// plan: the product is of two things, each found by its key.
//
// The lease is locked, so that no two notices get the same code and no department the same notice twice.
MERGE (lease:Notice {key: 'lease'})
SET lease.touched = timestamp()
WITH lease
OPTIONAL MATCH (earlier:Notice {day: $day})
WITH coalesce(max(earlier.number), 0) AS last
CALL () {
  UNWIND $rows AS row
  WITH row
  WHERE NOT EXISTS { (:Notice {openKey: row.openKey}) }
  RETURN collect(row) AS fresh
}
UNWIND range(1, size(fresh)) AS i
WITH fresh[i - 1] AS row, last + i AS number
MATCH (department:Department {key: row.department})
MATCH (thing:$(row.label) {key: row.thing})
WITH row, number, department, thing,
  'TZ' + $day + '-' + CASE WHEN number < 10000 THEN right('000' + toString(number), 4) ELSE toString(number) END AS code
CREATE (notice:Notice {key: code})
SET notice += row.properties, notice.code = code, notice.number = number, notice.day = $day, notice.openKey = row.openKey
CREATE (notice)-[:TO]->(department), (notice)-[:ABOUT]->(thing)
RETURN code
ORDER BY code
