// How many things have every word looked for in their texts or initials.
// $words       each word looked for: `text`, a query to the index of texts, and `initials`, one to the index of initials, or null
// $key         the whole text as a code is found
// $labels      the labels of what may be found, those that stand first on ties first
CALL () {
  UNWIND range(0, size($words) - 1) AS i
  WITH i, $words[i] AS word
  CALL (word) {
    WITH word.text AS text
    WHERE text IS NOT NULL
    CALL db.index.fulltext.queryNodes('search', text) YIELD node
    RETURN node AS thing
    UNION ALL
    WITH word.initials AS initials
    WHERE initials IS NOT NULL
    CALL db.index.fulltext.queryNodes('initials', initials) YIELD node
    RETURN node AS thing
  }
  WITH thing, count(DISTINCT i) AS found
  WHERE found = size($words)
  RETURN thing
  UNION
  MATCH (thing:DataElement {key: $key})
  RETURN thing
  UNION
  MATCH (thing:DataResource {key: $key})
  RETURN thing
  UNION
  MATCH (thing:DataField {key: $key})
  RETURN thing
  UNION
  MATCH (thing:Form {key: $key})
  RETURN thing
  UNION
  MATCH (thing:InformationSystem {key: $key})
  RETURN thing
  UNION
  MATCH (thing:Department {key: $key})
  RETURN thing
  UNION
  MATCH (thing:Department {uscc: $key})
  RETURN thing
}
WITH thing
WHERE any(label IN labels(thing) WHERE label IN $labels)
RETURN count(DISTINCT thing) AS total
