// A window of the findings that fit, surest first, then by code, and how many there are.
// $kinds       null for all
// $bands       null for all
// $states      null for all
// $department  key of a department that is a party; null for all
// $region      key of the region in which a party's department lies; null for all
// $element     key of the unit's element; null for all
// $minScore    null for all
// $gone        whether those that nobody has taken up and that are found no more are shown as well
// $afterScore  the place behind which the window begins: the score, and
// $afterCode   the code; null at the start
// $limit       how many at most
// plan: there are few
MATCH (finding:DuplicateFinding)
WHERE ($gone OR finding.present OR finding.state <> 'SUSPECTED')
  AND ($kinds IS NULL OR finding.kind IN $kinds)
  AND ($bands IS NULL OR finding.band IN $bands)
  AND ($states IS NULL OR finding.state IN $states)
  AND ($element IS NULL OR finding.elementKey = $element)
  AND ($minScore IS NULL OR finding.score >= $minScore)
  AND ($department IS NULL OR EXISTS {
    MATCH (finding)-[:INVOLVES]->(party)
    WHERE EXISTS { (party)<-[:HAS_FIELD]-{0,1}()-[:PROVIDED_BY|ISSUED_BY]->(:Department {key: $department}) }
  })
  AND ($region IS NULL OR EXISTS {
    MATCH (finding)-[:INVOLVES]->(party)
    WHERE EXISTS {
      (party)<-[:HAS_FIELD]-{0,1}()-[:PROVIDED_BY|ISSUED_BY]->(:Department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region})
    }
  })
WITH collect(finding) AS fitting
RETURN size(fitting) AS total,
  COLLECT {
    UNWIND fitting AS finding
    WITH finding
    WHERE $afterScore IS NULL OR finding.score < $afterScore OR finding.score = $afterScore AND finding.code > $afterCode
    RETURN finding {.*}
    ORDER BY finding.score DESC, finding.code
    LIMIT $limit
  } AS findings
