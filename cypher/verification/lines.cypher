// The departments at the tops of the lines that each department belongs to, itself when nobody guides it.
// $keys  keys of departments
UNWIND $keys AS key
MATCH (department:Department {key: key})
RETURN key, COLLECT {
  MATCH (department)-[:GUIDED_BY]->{0,10}(top:Department)
  WHERE NOT EXISTS { (top)-[:GUIDED_BY]->() }
  RETURN DISTINCT top.key
} AS tops
