// Writes of which unit fields were understood to be, where that is another than before.
// $fields  {key, unit, element, subject, qualifier, confidence, signals}: the unit null where it is the one that the field is
//          held as, all behind it null where people said the element
UNWIND $fields AS row
MATCH (field:DataField {key: row.key})
SET field.understoodAs = row.unit,
  field.proposedElement = row.element,
  field.proposedSubject = row.subject,
  field.proposedQualifier = row.qualifier,
  field.proposalConfidence = row.confidence,
  field.proposalSignals = row.signals
