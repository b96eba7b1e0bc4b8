// Every department, with its region and the department that guides it.
// plan: there are few, and all are wanted
MATCH (department:Department)
OPTIONAL MATCH (department)-[:LOCATED_IN]->(region:Region)
OPTIONAL MATCH (department)-[:GUIDED_BY]->(guide:Department)
RETURN id(department) AS node, department {.key, .code, .name, .level, .dataAuthority} AS department,
  min(region.key) AS region,
  collect(DISTINCT guide.key) AS guides
