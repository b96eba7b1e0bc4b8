// The derivations among these that are in the graph, rejected ones too.
// $keys  their edges
CALL () {
  UNWIND $keys AS key
  MATCH ()-[derived:DERIVED_FROM {edge: key}]->()
  RETURN key, derived {.*} AS properties
UNION ALL
  UNWIND $keys AS key
  MATCH ()-[derived:NOT_DERIVED_FROM {edge: key}]->()
  RETURN key, derived {.*, rejected: true} AS properties
}
RETURN key, properties, [] AS links
