// Every resource and form with all it says, its department, its system, where it is asked, and whether it has fields.
// plan: all are wanted
MATCH (owner:DataResource|Form)
RETURN owner {.*, searchText: null, searchInitials: null} AS owner,
  owner:Form AS form,
  COLLECT { MATCH (owner)-[:PROVIDED_BY|ISSUED_BY]->(department:Department) RETURN department.key ORDER BY department.key LIMIT 1 } AS departments,
  COLLECT { MATCH (owner)-[:HOSTED_IN|COLLECTED_IN]->(system:InformationSystem) RETURN system.key ORDER BY system.key LIMIT 1 } AS systems,
  COLLECT { MATCH (owner)-[:APPLIES_IN]->(region:Region) RETURN region.key ORDER BY region.key LIMIT 1 } AS regions,
  EXISTS { (owner)-[:HAS_FIELD]->(:DataField) } AS hasItems
