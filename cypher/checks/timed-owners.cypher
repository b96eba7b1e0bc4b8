// Every resource for which a term runs or has run, and those that some agreements are on, as `checks/owners` tells them.
// $resources  keys of the latter
// plan: all are looked at
CALL () {
  MATCH (owner:DataResource)
  WHERE owner.`x_提交审核日期` IS NOT NULL OR owner.`x_依据变更日期` IS NOT NULL
  RETURN owner
UNION
  UNWIND $resources AS key
  MATCH (owner:DataResource {key: key})
  RETURN owner
}
RETURN owner {.*, searchText: null, searchInitials: null} AS owner,
  false AS form,
  COLLECT { MATCH (owner)-[:PROVIDED_BY]->(department:Department) RETURN department.key ORDER BY department.key LIMIT 1 } AS departments,
  [] AS systems,
  [] AS regions,
  EXISTS { (owner)-[:HAS_FIELD]->(:DataField) } AS hasItems
