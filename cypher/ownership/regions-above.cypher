// A region and all that it is part of, the nearest first.
// $region  its key
MATCH path = (:Region {key: $region})-[:PART_OF]->{0,10}(above:Region)
WITH above, min(length(path)) AS steps
ORDER BY steps, above.key
RETURN above {.*} AS region
