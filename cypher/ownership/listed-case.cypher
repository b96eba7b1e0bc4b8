// Writes what cases are listed by.
// $unit   the unit's key
// $state  how far it has come
// $asked  keys of the departments that were asked
// $open   of those the ones that have not answered
MATCH (case:SourceCase {key: $unit})
SET case.state = $state, case.asked = $asked, case.open = $open
