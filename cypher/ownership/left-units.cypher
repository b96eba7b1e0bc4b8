// Ends units that nothing holds and nothing designates any more.
// $units  keys of units that something has left
UNWIND $units AS key
MATCH (unit:SourceUnit {key: key})
WHERE NOT EXISTS { (unit)<-[:HELD_AS|OF|ABOUT]-() }
DETACH DELETE unit
