// Forgets what is proposed of no field any more.
// plan: there are far fewer than fields
MATCH (proposal:Proposal)
WHERE NOT EXISTS { MATCH (:DataField {proposal: proposal.number}) }
DELETE proposal
