// How many nodes there are of each label and relationships of each type, as the store counts them.
CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
RETURN [one IN data.nodes WHERE one.label IS NOT NULL | [one.label, one.count]] AS labels,
  [one IN data.relationships
    WHERE one.relationshipType IS NOT NULL AND one.startLabel IS NULL AND one.endLabel IS NULL
    | [one.relationshipType, one.count]] AS types
