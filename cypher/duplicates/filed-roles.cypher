// The parts that the units of the graph know.
// plan: there are far fewer units than fields, and all are looked at
MATCH (unit:SourceUnit)
WHERE unit.qualifier IS NOT NULL
RETURN DISTINCT unit.qualifier AS role
