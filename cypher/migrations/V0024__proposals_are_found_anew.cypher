MATCH (field:DataField)
WHERE field.understoodAs IS NOT NULL
CALL (field) {
  REMOVE field.understoodAs, field.proposedElement, field.proposalConfidence, field.proposalSignals, field.proposedSubject, field.proposedQualifier
} IN TRANSACTIONS OF 10000 ROWS;
