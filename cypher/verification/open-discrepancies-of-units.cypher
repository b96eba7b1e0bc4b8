// How many discrepancies of each of some units are not settled.
// $keys  keys of units
UNWIND $keys AS key
CALL (key) {
  MATCH (discrepancy:Discrepancy {unitKey: key})
  WHERE discrepancy.state IN ['OPEN', 'IN_OBJECTION']
  RETURN count(discrepancy) AS many
}
RETURN key, many
