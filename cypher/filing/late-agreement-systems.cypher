// Links by USED_BY those that named a InformationSystem before it was filed.
// $keys  keys of what is newly filed
UNWIND $keys AS key
MATCH (target:InformationSystem {key: key})
MATCH (filed:SharingAgreement {systemKey: key})
MERGE (filed)-[:USED_BY]->(target)
