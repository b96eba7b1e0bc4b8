// Enters a filing under the next code of its day; the lease is locked, so that no two get the same.
// $day         F and the day
// $properties  what it starts with
MERGE (lease:Filing {key: 'lease'})
SET lease.touched = timestamp()
WITH lease
OPTIONAL MATCH (earlier:Filing)
WHERE earlier.sequence IS NOT NULL
WITH coalesce(max(earlier.sequence), 0) + 1 AS sequence,
  coalesce(max(CASE WHEN earlier.code STARTS WITH $day THEN toInteger(split(earlier.code, '-')[1]) END), 0) + 1 AS number
WITH sequence, $day + '-' + CASE WHEN number < 10000 THEN right('000' + toString(number), 4) ELSE toString(number) END AS code
MERGE (filing:Filing {key: code})
SET filing += $properties, filing.code = code, filing.sequence = sequence
RETURN code
