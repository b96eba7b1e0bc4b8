// Forgets what is proposed of no field any more, of some proposals in the order of their numbers.
// $after  the number behind which they begin
// $most   how many are looked at
// plan: the index tells them in order
MATCH (proposal:Proposal)
WHERE proposal.number > $after
WITH proposal, proposal.number AS number
ORDER BY number
LIMIT $most
WITH proposal, number, EXISTS { MATCH (:DataField {proposal: number}) } AS meant
FOREACH (left IN CASE WHEN meant THEN [] ELSE [proposal] END | DELETE left)
RETURN max(number) AS last
