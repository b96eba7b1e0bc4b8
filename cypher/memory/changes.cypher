// What has been changed that the lineage in memory rests on, after a change that is known, the oldest first.
// $after  the sequence of that change
// $most   how many at most
MATCH (change:LineageChange)
WHERE change.sequence > $after
RETURN change.sequence AS sequence, change.owners AS owners, change.fields AS fields, change.agreements AS agreements,
  change.systems AS systems
ORDER BY sequence
LIMIT $most
