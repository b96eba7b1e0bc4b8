// The units that have a designation.
MATCH (designation:Designation)
WHERE designation.key IS NOT NULL
MATCH (designation)-[:OF]->(unit:SourceUnit)
RETURN DISTINCT unit.key AS unit
