// Makes what fields may be proposed to be, where it is not there yet, and counts what is there under the same number and is another.
// $proposals  {number, unitKey, element, subject, qualifier, confidence, signals}
UNWIND $proposals AS row
MERGE (proposal:Proposal {number: row.number})
ON CREATE SET proposal = row
WITH proposal, row
WHERE proposal.unitKey <> row.unitKey
  OR proposal.element <> row.element
  OR proposal.confidence <> row.confidence
  OR proposal.signals <> row.signals
RETURN count(*) AS others
