// Writes how a filing stands.
// $code        its code
// $properties  what has changed
MATCH (filing:Filing {key: $code})
SET filing += $properties
