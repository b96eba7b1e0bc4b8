// Writes of which unit fields were understood to be, where that is another than before.
// $fields  {key, unit, proposal}: the unit null where it is the one that the field is held as or that is proposed; the proposal null
//          where people said the element
UNWIND $fields AS row
MATCH (field:DataField {key: row.key})
SET field.understoodAs = row.unit, field.proposal = row.proposal
