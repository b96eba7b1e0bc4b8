// A window of what has the text looked for as its code or its name.
// $key     the whole text as codes and names are compared
// $labels  the labels of what may be found, those that stand first on ties first
// $reach   of each label no more than these are looked at
// $block   how many are put in order together
// $skip    how many come before the window
// $most    how many at most
// $namesAlone  whether nothing but what they are called is wanted
//
// Of one name a nation has hundreds of thousands: they are taken as the index has them, and put in order block by block.
CALL () {
  MATCH (thing:DataElement {key: $key})
  RETURN thing, 0 AS place
  UNION
  MATCH (thing:DataResource {key: $key})
  RETURN thing, 0 AS place
  UNION
  MATCH (thing:DataField {key: $key})
  RETURN thing, 0 AS place
  UNION
  MATCH (thing:Form {key: $key})
  RETURN thing, 0 AS place
  UNION
  MATCH (thing:InformationSystem {key: $key})
  RETURN thing, 0 AS place
  UNION
  MATCH (thing:Department {key: $key})
  RETURN thing, 0 AS place
  UNION
  MATCH (thing:Department {uscc: $key})
  RETURN thing, 0 AS place
  UNION
  CALL () {
    MATCH (thing:DataElement)
    WHERE thing.nameKey = $key AND 'DataElement' IN $labels
    WITH thing
    LIMIT $reach
    RETURN collect(thing) AS things
    UNION ALL
    MATCH (thing:DataResource)
    WHERE thing.nameKey = $key AND 'DataResource' IN $labels
    WITH thing
    LIMIT $reach
    RETURN collect(thing) AS things
    UNION ALL
    MATCH (thing:DataField)
    WHERE thing.nameKey = $key AND 'DataField' IN $labels
    WITH thing
    LIMIT $reach
    RETURN collect(thing) AS things
    UNION ALL
    MATCH (thing:Form)
    WHERE thing.nameKey = $key AND 'Form' IN $labels
    WITH thing
    LIMIT $reach
    RETURN collect(thing) AS things
    UNION ALL
    MATCH (thing:InformationSystem)
    WHERE thing.nameKey = $key AND 'InformationSystem' IN $labels
    WITH thing
    LIMIT $reach
    RETURN collect(thing) AS things
    UNION ALL
    MATCH (thing:Department)
    WHERE thing.nameKey = $key AND 'Department' IN $labels
    WITH thing
    LIMIT $reach
    RETURN collect(thing) AS things
  }
  UNWIND range(0, size(things) - 1) AS place
  RETURN things[place] AS thing, place
}
WITH thing, min(place) / $block AS block, head([label IN labels(thing) WHERE label IN $labels]) AS kind
WHERE kind IS NOT NULL
WITH thing, block, kind, head([place IN range(0, size($labels) - 1) WHERE $labels[place] = kind]) AS rank
RETURN CASE WHEN $namesAlone THEN thing {.code, .name, kind: kind} ELSE thing {.*, kind: kind} END AS thing, 100.0 AS score,
  CASE WHEN thing.key = $key OR thing.uscc = $key THEN 'CODE' ELSE 'NAME' END AS matched
ORDER BY rank, block, thing.code
SKIP $skip
LIMIT $most
