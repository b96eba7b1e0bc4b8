// The findings in which some resources are parties, surest first, each with which of them.
// $assets  keys
UNWIND $assets AS asset
MATCH (:DataResource {key: asset})<-[:INVOLVES]-(finding:DuplicateFinding)
WHERE finding.present OR finding.state <> 'SUSPECTED'
WITH finding, collect(asset) AS assets
RETURN finding {.*} AS finding, assets
ORDER BY finding.score DESC, finding.code
