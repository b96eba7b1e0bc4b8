// A rejected row of lineage that a person confirms: it counts again. Nothing when its version is another by now.
// $edge        the edge
// $version     the version that was decided on
// $properties  what is said of it now
MATCH (user)-[rejected:NOT_DERIVED_FROM {edge: $edge}]->(source)
WHERE coalesce(rejected.version, 1) = $version
CREATE (former:FormerDerivation)
SET former = properties(rejected), former.version = $version, former.key = $edge + '|' + toString($version)
CREATE (user)-[derived:DERIVED_FROM]->(source)
SET derived = properties(rejected)
SET derived += $properties
SET derived.version = $version + 1
DELETE rejected
RETURN derived.edge AS edge
