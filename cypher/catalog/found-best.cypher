// What the indexes find best for the words looked for, best first, without what has the whole text as its code or name.
// $words   each word looked for: `pairs`, a query to the index of texts that may find a little more, and `initials`, one to the index of initials, or null
// $runs    what must stand in the text as it is, beside what the queries tell
// $key     the whole text as codes and names are compared
// $labels  the labels of what may be found, those that stand first on ties first
// $plain   the whole text in lower case
// $reach   of each query no more than these are looked at
// $best    how many are put in order
// $skip    how many come before the window
// $most    how many at most are shown
// $typed   whether the whole text may be initials
// $namesAlone  whether nothing but what they are called is wanted
//
// Returns the nodes of all that are put in order beside the window, and whether there may be more.
//
// A nation has millions of things with one word: the index tells the best, and these alone are read. A word of one
// character cannot be asked of an index of pairs but by a wildcard: it reads the index's terms, not the graph.
CALL () {
  UNWIND range(0, size($words) - 1) AS i
  WITH i, $words[i] AS word
  CALL (word) {
    WITH word.pairs AS pairs
    WHERE pairs IS NOT NULL
    CALL db.index.fulltext.queryNodes('search', pairs, {limit: $reach}) YIELD node, score
    RETURN node AS thing, score AS fits
    UNION ALL
    WITH word.initials AS initials
    WHERE initials IS NOT NULL
    CALL db.index.fulltext.queryNodes('initials', initials, {limit: $reach}) YIELD node, score
    RETURN node AS thing, score AS fits
  }
  WITH thing, i, max(fits) AS fits
  WITH thing, count(i) AS found, sum(fits) AS fits
  WHERE found = size($words)
  RETURN thing, fits
  ORDER BY fits DESC, id(thing)
  LIMIT $best
}
WITH collect({thing: thing, fits: fits}) AS found
CALL (found) {
  UNWIND found AS one
  WITH one.thing AS thing, one.fits AS fits, head([label IN labels(one.thing) WHERE label IN $labels]) AS kind
  WHERE kind IS NOT NULL
  WITH thing, fits, kind
  WHERE thing.key <> $key
    AND coalesce(thing.nameKey <> $key, true)
    AND (kind <> 'Department' OR coalesce(thing.uscc <> $key, true))
    AND (size($runs) = 0 OR all(run IN $runs WHERE toLower(thing.searchText) CONTAINS run))
  WITH thing, fits, kind,
    CASE
      WHEN kind = 'DataResource' AND $key IN thing.catalogueCodes THEN 'CODE'
      WHEN toLower(thing.name) = $plain THEN 'NAME'
      WHEN kind = 'Department' AND toLower(thing.shortName) = $plain
        OR kind = 'DataElement' AND any(other IN thing.synonyms WHERE toLower(other) = $plain) THEN 'SYNONYM'
      WHEN kind = 'DataField' AND toLower(thing.physicalName) = $plain
        OR kind = 'DataElement' AND toLower(thing.identifier) = $plain
        OR $typed AND $plain IN split(toLower(thing.searchInitials), ' ') THEN 'INITIALS'
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
  ORDER BY score DESC, rank, thing.code
  WITH collect(thing) AS things, collect({kind: kind, score: score, matched: matched}) AS facts
  RETURN [thing IN things | id(thing)] AS nodes,
    [i IN range(0, size(things) - 1) WHERE $skip <= i < $skip + $most |
      {thing: head([thing IN [things[i]] |
        CASE WHEN $namesAlone THEN thing {.code, .name, kind: facts[i].kind} ELSE thing {.*, kind: facts[i].kind} END]), score: facts[i].score, matched: facts[i].matched}] AS hits
}
RETURN nodes, hits, size(found) = $best AS more
