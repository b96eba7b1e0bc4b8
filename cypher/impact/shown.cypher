// Things of one label as they are shown.
// $label  the label of their kind
// $keys   their keys
UNWIND $keys AS key
MATCH (thing:$($label) {key: key})
RETURN key, thing {.*} AS thing
