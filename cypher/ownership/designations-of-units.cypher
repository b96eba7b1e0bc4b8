// The designations of units, with who is responsible today.
// $units  keys of units
//
// Who is responsible is the department named, or, when that is dissolved or merged, who took over, however often that
// happened; nobody, when the last of them is gone as well or they lead round in a ring.
UNWIND $units AS key
MATCH (unit:SourceUnit {key: key})<-[:OF]-(designation:Designation)
OPTIONAL MATCH (designation)-[:NAMES]->(named:Department)
OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
CALL (named) {
  OPTIONAL MATCH (named)
    ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (last:Department WHERE NOT coalesce(last.status, '在设') IN ['撤销', '合并'])
  RETURN last
  ORDER BY last.key
  LIMIT 1
}
RETURN unit.key AS unit,
  designation {
    .*,
    named: named {.*},
    responsible: last {.*},
    field: field {.*},
    scopeKnown: unit.regionKey IS NULL OR EXISTS { (unit)-[:WITHIN]->(:Region) }
  } AS designation
