// The one thing of a label that has a key.
// $label  the label of its kind
// $key    its code, normalised
MATCH (thing:$($label) {key: $key})
RETURN thing {.*} AS thing
