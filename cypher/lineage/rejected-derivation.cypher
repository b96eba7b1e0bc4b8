// A row of lineage that a person rejects: it counts nowhere any more, what it said is kept. Nothing when its version is another by now.
// $edge        the edge
// $version     the version that was decided on
// $properties  what is said of it now
MATCH (user)-[derived:DERIVED_FROM {edge: $edge}]->(source)
WHERE coalesce(derived.version, 1) = $version
CREATE (former:FormerDerivation)
SET former = properties(derived), former.version = $version, former.key = $edge + '|' + toString($version)
CREATE (user)-[rejected:NOT_DERIVED_FROM]->(source)
SET rejected = properties(derived)
SET rejected += $properties
SET rejected.version = $version + 1
DELETE derived
RETURN rejected.edge AS edge
