// The numbers of the nodes of the fields that were understood to be of a unit.
// $unit  its key
MATCH (field:DataField {understoodAs: $unit})
RETURN id(field) AS node
UNION ALL
MATCH (proposal:Proposal {unitKey: $unit})
MATCH (field:DataField {proposal: proposal.number})
RETURN id(field) AS node
