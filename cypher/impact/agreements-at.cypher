// What agreements are called, by the ids of their nodes.
// $nodes  the ids
UNWIND $nodes AS node
MATCH (thing:SharingAgreement)
WHERE id(thing) = node
RETURN node, thing.key AS key
