// The units of an element in one part, without scope, whatever their subject.
// $element    the element's key
// $qualifier  the part; null for the holder
MATCH (unit:SourceUnit {elementKey: $element})-[:OF]->(element:DataElement)
WHERE unit.regionKey IS NULL
  AND (unit.qualifier = $qualifier OR unit.qualifier IS NULL AND $qualifier IS NULL)
RETURN unit {.*, element: element {.*}, region: null} AS unit
ORDER BY unit.key
LIMIT 2
