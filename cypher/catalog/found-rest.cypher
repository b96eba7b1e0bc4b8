// A window of what the indexes find for the words looked for beside the best, and beside what has the whole text as its code or name.
// $words   each word looked for: `text`, a query to the index of texts, and `initials`, one to the index of initials, or null
// $key     the whole text as codes and names are compared
// $labels  the labels of what may be found, those that stand first on ties first
// $told    the nodes of the best
// $skip    how many come before the window
// $most    how many at most
// $namesAlone  whether nothing but what they are called is wanted
//
// They are in the order of the indexes: nobody reads the texts of millions to put the last of them in a better one.
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
}
WITH thing, fits
WHERE NOT id(thing) IN $told
  AND any(label IN labels(thing) WHERE label IN $labels)
  AND NOT coalesce(thing.key = $key OR thing.uscc = $key, false)
  AND NOT coalesce(thing.nameKey = $key, false)
WITH thing, fits
ORDER BY fits DESC, id(thing)
SKIP $skip
LIMIT $most
RETURN CASE WHEN $namesAlone THEN thing {.code, .name, kind: head([label IN labels(thing) WHERE label IN $labels])}
    ELSE thing {.*, kind: head([label IN labels(thing) WHERE label IN $labels])} END AS thing,
  70.0 * fits / (fits + 5.0) AS score, 'TEXT' AS matched
