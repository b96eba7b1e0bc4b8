// The things of a label that have these keys.
// $label  the label of their kind
// $keys   their codes, normalised
UNWIND $keys AS key
MATCH (thing:$($label) {key: key})
RETURN key, thing {.*} AS thing
