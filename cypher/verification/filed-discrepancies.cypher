// Enters the discrepancies that are new, and tells of the others which one is known already.
// $rule  the rule's key
// $rows  {index, key, subject, foundOn, properties}: what tells one object and kind from another, and what is kept
// plan: the product is of two things, each found by its key
//
// What is not settled is known; what was found no later than the last one was settled is no new one either.
MATCH (rule:VerificationRule {key: $rule})
UNWIND $rows AS row
OPTIONAL MATCH (earlier:Discrepancy {subjectKey: row.subject})
WHERE earlier.state <> 'SETTLED' OR row.foundOn <= earlier.days[-1]
WITH rule, row, earlier
ORDER BY earlier.code
WITH rule, row, head(collect(earlier)) AS known
CALL (rule, row, known) {
  WITH rule, row, known
  WHERE known IS NULL
  CREATE (discrepancy:Discrepancy {key: row.key})-[:FOUND_BY]->(rule)
  SET discrepancy += row.properties
}
RETURN row.index AS index, known IS NULL AS fresh, coalesce(known.code, row.properties.code) AS code
