// The designations by law of a datum, of whatever scope and day, with who is responsible and the top of its line.
// $units  {key, heldAs, element}: the unit's key, that of the unit without scope, and the element's key
UNWIND $units AS asked
MATCH (scope:SourceUnit {elementKey: asked.element})<-[:OF]-(designation:Designation)-[:NAMES]->(named:Department)
WHERE (scope.key = asked.heldAs OR scope.key STARTS WITH asked.heldAs + '@')
  AND designation.ground = '法定'
  AND coalesce(designation.state, CASE WHEN designation.stateText IS NULL THEN '已认定' END) IN ['已认定', '争议中']
OPTIONAL MATCH (scope)-[:WITHIN]->(region:Region)
CALL (named) {
  MATCH (named)
    ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (last:Department WHERE NOT coalesce(last.status, '在设') IN ['撤销', '合并'])
  RETURN last
  ORDER BY last.key
  LIMIT 1
}
CALL (last) {
  MATCH (last)-[:GUIDED_BY]->{0,20}(top:Department)
  RETURN top.key AS line
  ORDER BY EXISTS { (top)-[:GUIDED_BY]->() }, top.key
  LIMIT 1
}
RETURN asked.key AS unit, last.key AS department, line, last.name AS name, region.name AS region,
  designation.document AS document, designation.clause AS clause, designation.validTo AS validTo
ORDER BY unit, coalesce(toString(designation.validFrom), '') DESC, designation.code
