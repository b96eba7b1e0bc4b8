// What rows of lineage said before, newest first.
// $edges  their edges
UNWIND $edges AS edge
MATCH (former:FormerDerivation {edge: edge})
RETURN edge, former {.*} AS step
ORDER BY edge, former.version DESC
