// Things of one label by the ids of their nodes.
// $label  the label of their kind
// $nodes  the ids
UNWIND $nodes AS node
MATCH (thing:$($label))
WHERE id(thing) = node
RETURN node, thing {.*} AS thing
