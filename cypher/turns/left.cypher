// Leaves a turn.
// $what    what only one does at a time
// $holder  who leaves it
MATCH (turn:Turn {key: $what, holder: $holder})
REMOVE turn.holder, turn.until
