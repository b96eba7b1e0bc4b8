// The nodes of units.
// $keys  the keys of the units
UNWIND $keys AS key
MATCH (unit:SourceUnit {key: key})
RETURN key, id(unit) AS id
