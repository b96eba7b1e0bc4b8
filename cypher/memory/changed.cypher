// Says what a transaction has changed that the lineage in memory rests on, as its last statement.
// $owners      keys of resources and forms
// $fields      keys of fields
// $agreements  keys of agreements
// $systems     keys of systems
// $now         the time in milliseconds
// $forgotten   the time before which changes are forgotten
//
// Whoever says so waits for the one before. What is older than a day is forgotten.
MERGE (feed:LineageFeed {key: 'changes'})
ON CREATE SET feed.last = 0
SET feed.last = feed.last + 1
CREATE (:LineageChange {sequence: feed.last, at: $now, owners: $owners, fields: $fields, agreements: $agreements, systems: $systems})
WITH feed
CALL () {
  MATCH (old:LineageChange)
  WHERE old.at < $forgotten
  WITH old LIMIT 1000
  DELETE old
}
RETURN feed.last AS last
