// A window of the sharing agreements granted to departments, each by its code, and how many there are of each.
// $keys     of the departments
// $inForce  only those in force, only those that are not, or both when null
// $day      the day on which they are in force or not
// $after    the code behind which the window begins; null at the start
// $limit    how many at most, of each
UNWIND $keys AS key
CALL (key) {
  MATCH (whose:Department {key: key})<-[:GRANTED_TO]-(agreement:SharingAgreement)-[:OF]->(resource:DataResource)
  WITH whose, agreement, resource,
    coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中' AS inForce
  WHERE $inForce IS NULL OR inForce = $inForce
  WITH whose, agreement, resource
  ORDER BY agreement.code
  WITH collect({whose: whose, agreement: agreement, other: resource}) AS fitting
  WITH size(fitting) AS total,
    [fit IN fitting WHERE $after IS NULL OR fit.agreement.code > $after][..$limit] AS window
  RETURN total, window
}
CALL (window) {
  UNWIND window AS one
  WITH one.agreement AS agreement, one.whose AS whose, one.other AS resource
  OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
  WITH agreement, whose, resource, system
  ORDER BY agreement.code
  RETURN collect(agreement {.*, resource: properties(resource), consumer: properties(whose), system: properties(system)}) AS agreements
}
RETURN key, total, agreements
