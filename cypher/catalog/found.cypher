// A window of what has every word looked for in its texts or initials, best first.
// $words       each word looked for: `text`, a query to the index of texts, and `initials`, one to the index of initials, or null
// $key         the whole text as a code is found
// $labels      the labels of what may be found, those that stand first on ties first
// $plain       the whole text in lower case
// $most        how many at most
// $afterScore  the score of the thing behind which it begins; null at the start
// $afterRank   the place of its label among the labels
// $afterCode   its code
//
// A word of one character cannot be asked of an index of pairs but by a wildcard: it reads the index's terms, not the graph.
CALL () {
  UNWIND range(0, size($words) - 1) AS i
  WITH i, $words[i] AS word
  CALL (word) {
    WITH word.text AS text
    WHERE text IS NOT NULL
    CALL db.index.fulltext.queryNodes('search', text) YIELD node, score
    RETURN node AS thing, score AS fits
    UNION ALL
    WITH word.initials AS initials
    WHERE initials IS NOT NULL
    CALL db.index.fulltext.queryNodes('initials', initials) YIELD node, score
    RETURN node AS thing, score AS fits
  }
  WITH thing, i, max(fits) AS fits
  WITH thing, count(i) AS found, sum(fits) AS fits
  WHERE found = size($words)
  RETURN thing, fits
  UNION
  MATCH (thing:DataElement {key: $key})
  RETURN thing, 0.0 AS fits
  UNION
  MATCH (thing:DataResource {key: $key})
  RETURN thing, 0.0 AS fits
  UNION
  MATCH (thing:DataField {key: $key})
  RETURN thing, 0.0 AS fits
  UNION
  MATCH (thing:Form {key: $key})
  RETURN thing, 0.0 AS fits
  UNION
  MATCH (thing:InformationSystem {key: $key})
  RETURN thing, 0.0 AS fits
  UNION
  MATCH (thing:Department {key: $key})
  RETURN thing, 0.0 AS fits
  UNION
  MATCH (thing:Department {uscc: $key})
  RETURN thing, 0.0 AS fits
}
WITH thing, max(fits) AS fits, head([label IN labels(thing) WHERE label IN $labels]) AS kind
WHERE kind IS NOT NULL
WITH thing, fits, kind,
  CASE
    WHEN thing.key = $key OR thing.uscc = $key OR $key IN thing.catalogueCodes THEN 'CODE'
    WHEN toLower(thing.name) = $plain THEN 'NAME'
    WHEN toLower(thing.shortName) = $plain OR any(other IN thing.synonyms WHERE toLower(other) = $plain) THEN 'SYNONYM'
    WHEN toLower(thing.physicalName) = $plain
      OR toLower(thing.identifier) = $plain
      OR $plain IN split(toLower(thing.searchInitials), ' ') THEN 'INITIALS'
    ELSE 'TEXT'
  END AS matched
WITH thing, kind, matched,
  CASE matched
    WHEN 'CODE' THEN 100.0
    WHEN 'NAME' THEN 100.0
    WHEN 'SYNONYM' THEN 90.0
    WHEN 'INITIALS' THEN 80.0
    ELSE 70.0 * fits / (fits + 5.0)
  END AS score,
  head([place IN range(0, size($labels) - 1) WHERE $labels[place] = kind]) AS rank
WHERE $afterScore IS NULL
  OR score < $afterScore
  OR score = $afterScore AND (rank > $afterRank OR rank = $afterRank AND thing.code > $afterCode)
RETURN thing {.*, kind: kind} AS thing, score, rank, matched
ORDER BY score DESC, rank, thing.code
LIMIT $most
