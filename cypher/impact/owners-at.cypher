// What resources and forms are called, by the ids of their nodes.
// $nodes  the ids
UNWIND $nodes AS node
MATCH (thing:DataResource|Form)
WHERE id(thing) = node
RETURN node, thing.key AS key, thing.code AS code
