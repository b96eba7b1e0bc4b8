// A person's decision on a row of lineage that counts; what it said before is kept. Nothing when its version is another by now.
// $edge        the edge
// $version     the version that was decided on
// $properties  what is said of it now
MATCH ()-[derived:DERIVED_FROM {edge: $edge}]->()
WHERE coalesce(derived.version, 1) = $version
CREATE (former:FormerDerivation)
SET former = properties(derived), former.version = $version, former.key = $edge + '|' + toString($version)
SET derived += $properties
SET derived.version = $version + 1
RETURN derived.edge AS edge
