// Every department, with its region, who took over from it and who guides it.
// plan: there are few, and all are wanted
MATCH (department:Department)
OPTIONAL MATCH (department)-[:LOCATED_IN]->(region:Region)
OPTIONAL MATCH (department)-[:SUCCEEDED_BY]->(successor:Department)
OPTIONAL MATCH (department)-[:GUIDED_BY]->(guide:Department)
RETURN department {.key, .code, .name, .level, .dataAuthority, .status, .office, .batch, .row} AS department,
  min(region.key) AS region,
  min(successor.key) AS successor,
  collect(DISTINCT guide.key) AS guides
