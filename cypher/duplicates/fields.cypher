// Every field, with all that tells of which unit it is.
// plan: all are wanted; which elements they represent is told by duplicates/represented
//
// The node's number is good within this transaction alone: it spares the derivations the keys of both their ends.
MATCH (field:DataField)
WITH field, properties(field) AS filed
// include parts/field-columns
  id(field) AS node
