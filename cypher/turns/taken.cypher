// Takes a turn, or keeps it; nobody else has it until it is left or has run out.
// $what    what only one does at a time
// $holder  who takes it
// $now     the time in milliseconds
// $until   when it runs out
MERGE (turn:Turn {key: $what})
SET turn.touched = $now
WITH turn
WHERE turn.holder IS NULL OR turn.holder = $holder OR turn.until < $now
SET turn.holder = $holder, turn.until = $until
RETURN turn.holder AS holder
