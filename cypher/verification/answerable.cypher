// The departments that answer for some things: who provides, issues or operates them, or took over from those.
// $rows  {id, label, thing}: the label and key of the thing
UNWIND $rows AS row
CALL (row) {
  WITH row
  WHERE row.label = 'DataField'
  MATCH (:DataField {key: row.thing})<-[:HAS_FIELD]-(owner:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
  RETURN department, owner.name + '.' AS within
  ORDER BY department.key
  LIMIT 1
UNION
  WITH row
  WHERE row.label = 'DataResource'
  MATCH (:DataResource {key: row.thing})-[:PROVIDED_BY]->(department:Department)
  RETURN department, '' AS within
  ORDER BY department.key
  LIMIT 1
UNION
  WITH row
  WHERE row.label = 'InformationSystem'
  MATCH (:InformationSystem {key: row.thing})-[:OPERATED_BY]->(department:Department)
  RETURN department, '' AS within
  ORDER BY department.key
  LIMIT 1
}
OPTIONAL MATCH (department)-[:SUCCEEDED_BY]->{1,10}(successor:Department)
WHERE NOT EXISTS { (successor)-[:SUCCEEDED_BY]->() }
WITH row, department, within, successor
ORDER BY successor.key
WITH row, department, within, head(collect(successor)) AS successor
RETURN row.id AS id, properties(coalesce(successor, department)) AS department, within
