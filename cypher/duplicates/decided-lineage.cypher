// Remembers that people have decided of what something is derived from, behind all that they decided before.
// $user  the key of the field, resource or form that is derived
// $at    when
//
// The number is taken under a lock that is held to the end of the transaction: so whoever has looked up to a number has
// missed none below it.
MERGE (feed:FindingFeed {key: 'touched'})
ON CREATE SET feed.last = 0
SET feed.last = feed.last + 1
WITH feed.last AS sequence
OPTIONAL MATCH (field:DataField {key: $user})
CREATE (:Touched {sequence: sequence, owner: coalesce(field.ownerKey, $user), at: $at})
