// Writes of which unit fields were understood to be, where that is another than before, by the numbers of their nodes.
// $fields  {node, key, unit, element, subject, qualifier, confidence, signals}: the unit null where it is the one that the field is
//          held as, all behind it null where people said the element
//
// The numbers are good while the transaction is open that read them; and even then the key must be the same.
UNWIND $fields AS row
MATCH (field:DataField)
WHERE id(field) = row.node AND field.key = row.key
SET field.understoodAs = row.unit,
  field.proposedElement = row.element,
  field.proposedSubject = row.subject,
  field.proposedQualifier = row.qualifier,
  field.proposalConfidence = row.confidence,
  field.proposalSignals = row.signals
