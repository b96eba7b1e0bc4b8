// Says that an application is there no more.
// $key  its own
MATCH (mine:Application {key: $key})
DELETE mine
