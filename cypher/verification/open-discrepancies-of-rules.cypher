// How many discrepancies of each of some rules are not settled.
// $keys  keys of rules
UNWIND $keys AS key
CALL (key) {
  MATCH (discrepancy:Discrepancy {ruleKey: key})
  WHERE discrepancy.state IN ['OPEN', 'IN_OBJECTION']
  RETURN count(discrepancy) AS many
}
RETURN key, many
