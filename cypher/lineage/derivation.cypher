// One row of lineage by its edge, ended and rejected ones too.
// $edge  the edge
CALL () {
  MATCH (user)-[step:DERIVED_FROM {edge: $edge}]->(source)
  RETURN user, step, source, false AS rejected
UNION ALL
  MATCH (user)-[step:NOT_DERIVED_FROM {edge: $edge}]->(source)
  RETURN user, step, source, true AS rejected
}
RETURN source.key AS fromKey, source.code AS fromCode, user.key AS toKey, user.code AS toCode,
  user:Form AS toForm, user:DataField AS ofField, step {.*} AS step, rejected
