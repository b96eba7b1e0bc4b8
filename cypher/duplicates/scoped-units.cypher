// Every unit with a scope that is a known region.
MATCH (unit:SourceUnit)-[:WITHIN]->(region:Region)
WHERE unit.regionKey IS NOT NULL
MATCH (unit)-[:OF]->(element:DataElement)
RETURN unit {.code, .name, .subject, .qualifier, element: element.code, region: region.code} AS unit, region.key AS region
