// Every form, with its department, its system and where it is asked.
// plan: all are wanted
MATCH (form:Form)
RETURN id(form) AS node, form {.key, .code, .name, .respondent, .exemption, .submissionsPerYear} AS owner,
  COLLECT { MATCH (form)-[:ISSUED_BY]->(department:Department) RETURN department.key LIMIT 1 } AS departments,
  COLLECT { MATCH (form)-[:COLLECTED_IN]->(system:InformationSystem) RETURN system.key LIMIT 1 } AS systems,
  COLLECT { MATCH (form)-[:APPLIES_IN]->(region:Region) RETURN region.key LIMIT 1 } AS regions
