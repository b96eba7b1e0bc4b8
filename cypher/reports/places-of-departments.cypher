// Of what level departments are, and in which regions.
// plan: there are few, and all are wanted
MATCH (department:Department)
RETURN department.key AS key, coalesce(department.level, '') AS level,
  COLLECT { MATCH (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(region:Region) RETURN DISTINCT region.key } AS regions
