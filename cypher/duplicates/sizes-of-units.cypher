// How many fields some units have at most, held as them or understood to be.
// $units  keys
UNWIND $units AS unit
OPTIONAL MATCH (held:SourceUnit {key: unit})
RETURN unit, COUNT { (held)<-[:HELD_AS]-() } + COUNT { MATCH (:DataField {understoodAs: unit}) }
  + COUNT { MATCH (proposal:Proposal {unitKey: unit}) MATCH (:DataField {proposal: proposal.number}) } AS fields
