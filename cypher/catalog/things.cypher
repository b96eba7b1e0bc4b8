// Things of one label by their keys.
// $label  the label
// $keys   the keys
UNWIND $keys AS key
MATCH (thing:$($label) {key: key})
RETURN key, thing {.*} AS thing
