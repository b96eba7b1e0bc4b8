// Every field, what it belongs to and which unit it is, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started, as the nodes lie in the store: in any other order a store
// that does not fit into memory is read many times over.
MATCH (field:DataField)
OPTIONAL MATCH (field)<-[:HAS_FIELD]-(owner:DataResource|Form)
OPTIONAL MATCH (field)-[:HELD_AS]->(unit:SourceUnit)
RETURN id(field) AS id, CASE WHEN field.code <> field.key THEN field.code END AS code,
  field.acquisition AS acquisition, field.sharing = '不予共享' AS withheld, id(owner) AS owner, id(unit) AS unit
