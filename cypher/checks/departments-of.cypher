// Who answers for checks.
// $checks  codes
UNWIND $checks AS code
MATCH (:Check {key: code})-[:ANSWERED_FOR_BY]->(department:Department)
RETURN code AS check, department {.*} AS department
ORDER BY check, department.code
