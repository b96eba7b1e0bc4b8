// Ends when every index is there and filled.
// $seconds  how long to wait
CALL db.awaitIndexes($seconds)
