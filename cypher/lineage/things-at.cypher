// Things of one label by the ids of their nodes.
// $label       the label of their kind
// $nodes       the ids
// $namesAlone  whether nothing but what they are called is wanted: a field has some thirty properties
UNWIND $nodes AS node
MATCH (thing:$($label))
WHERE id(thing) = node
RETURN node, CASE WHEN $namesAlone THEN thing {.code, .name} ELSE thing {.*} END AS thing
