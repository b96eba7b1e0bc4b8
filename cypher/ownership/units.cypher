// A window of the units that fit, and how many fit.
// $only        keys: none but these; null when any
// $except      keys: none of these; null when any
// $element     the element's key; null when any
// $subject     whose datum; null when any
// $qualifier   the part, empty for the holder; null when any
// $region      the scope's key; null when any
// $within      key of the region that is the scope, or in which it lies; null when any
// $scoped      whether with a scope; null when either
// $words       what the unit's name, or a synonym of the element, has in it; null when anything
// $collectors  by how many departments it is collected or generated at least; null when by any number
// $after       the code behind which the window begins; null at the start
// $limit       how many at most
CALL () {
  WITH $element AS key
  WHERE key IS NULL AND $only IS NULL
  MATCH (unit:SourceUnit)
  WHERE unit.key IS NOT NULL
  RETURN unit
UNION ALL
  WITH $element AS key
  WHERE key IS NOT NULL AND $only IS NULL
  MATCH (unit:SourceUnit {elementKey: key})
  RETURN unit
UNION ALL
  UNWIND coalesce($only, []) AS key
  MATCH (unit:SourceUnit {key: key})
  RETURN unit
}
MATCH (unit)-[:OF]->(element:DataElement)
OPTIONAL MATCH (unit)-[:WITHIN]->(region:Region)
WITH unit, element, region
WHERE ($element IS NULL OR unit.elementKey = $element)
  AND ($except IS NULL OR NOT unit.key IN $except)
  AND ($subject IS NULL OR unit.subject = $subject)
  AND ($qualifier IS NULL OR coalesce(unit.qualifier, '') = $qualifier)
  AND ($region IS NULL OR unit.regionKey = $region)
  AND ($within IS NULL OR EXISTS { (region)-[:PART_OF]->{0,10}(:Region {key: $within}) })
  AND ($scoped IS NULL OR (unit.regionKey IS NOT NULL) = $scoped)
  AND ($words IS NULL OR unit.name CONTAINS $words
    OR element.name CONTAINS $words OR region.name CONTAINS $words
    OR any(synonym IN coalesce(element.synonyms, []) WHERE synonym CONTAINS $words))
  AND ($collectors IS NULL OR $collectors <= COUNT {
    MATCH (held:SourceUnit {key: left(unit.key, size(unit.key) - coalesce(size(unit.regionKey) + 1, 0))})
      <-[:HELD_AS]-(field:DataField)<-[:HAS_FIELD]-(owner:DataResource|Form)-[:PROVIDED_BY|ISSUED_BY]->(department:Department)
    WHERE field.acquisition IN ['采集', '产生']
      AND (unit.regionKey IS NULL
        OR EXISTS { (department)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: unit.regionKey}) })
    RETURN DISTINCT department
  })
WITH unit, element, region
ORDER BY unit.code
WITH collect({unit: unit, element: element, region: region}) AS fitting
CALL (fitting) {
  UNWIND [fit IN fitting WHERE $after IS NULL OR fit.unit.code > $after][..$limit] AS one
  WITH one.unit AS unit, one.element AS element, one.region AS region
  ORDER BY unit.code
  RETURN collect(unit {.*, element: properties(element), region: properties(region)}) AS units
}
RETURN size(fitting) AS total, units
