// Locks a turn that is still held.
// $what    what only one does at a time
// $holder  who holds it
MATCH (turn:Turn {key: $what})
SET turn.confirmed = $holder
WITH turn
WHERE turn.holder = $holder
RETURN turn.key AS what
