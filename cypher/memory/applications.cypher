// Says that an application is there, and tells how many others are.
// $key    its own, for as long as it runs
// $now    the time in milliseconds
// $alive  since when the others must have said so
//
// plan: there is one for each application, and those that are gone are forgotten.
MERGE (mine:Application {key: $key})
SET mine.at = $now
WITH mine
CALL () {
  MATCH (gone:Application)
  WHERE gone.at < $alive
  DELETE gone
}
RETURN COUNT { MATCH (other:Application) WHERE other.key <> $key AND other.at >= $alive } AS others
