// Who plans to collect and where: the department with its region, or the region that was said, with all that it lies in.
// $department  key; null when not said
// $region      key; null when not said
OPTIONAL MATCH (department:Department {key: $department})
OPTIONAL MATCH (said:Region {key: $region})
CALL (department, said) {
  OPTIONAL MATCH (department)-[:LOCATED_IN]->(home:Region)
  RETURN coalesce(said, home) AS place
  LIMIT 1
}
RETURN department.key AS department,
  said.key AS said,
  COLLECT { MATCH (place)-[:PART_OF]->{0,10}(outer:Region) RETURN outer.key } AS within
