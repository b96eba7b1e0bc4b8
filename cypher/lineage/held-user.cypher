// Holds the user of a datum until the transaction ends, so that decisions on its rows come one after another.
// $label  the label of its kind
// $key    its key
MATCH (user:$($label) {key: $key})
SET user.held = true
REMOVE user.held
