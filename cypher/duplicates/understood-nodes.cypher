// Writes of which unit fields were understood to be, where that is another than before, by the numbers of their nodes.
// $fields  {node, unit, proposal, moved}: the unit null where it is the one that the field is held as or that is proposed; the
//          proposal null where people said the element; whether the unit is another than before too
//
// The numbers are good while the transaction is open that read them: a node that is deleted meanwhile gives its number to no other.
UNWIND $fields AS row
MATCH (field:DataField)
WHERE id(field) = row.node
SET field.proposal = row.proposal
WITH field, row
WHERE row.moved
SET field.understoodAs = row.unit
