// Ends every unit that nothing holds and nothing designates: what an interrupted refresh may have left.
MATCH (unit:SourceUnit)
WHERE unit.key IS NOT NULL AND NOT EXISTS { (unit)<-[:HELD_AS|OF|ABOUT]-() }
DETACH DELETE unit
