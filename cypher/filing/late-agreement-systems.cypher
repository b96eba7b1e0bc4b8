// Links by USED_BY those that named a InformationSystem before it was filed.
// $keys  keys of what is newly filed
//
// plan: the one thing that was named, times those that named it: no more rows than links.
UNWIND $keys AS key
MATCH (target:InformationSystem {key: key})
MATCH (filed:SharingAgreement {systemKey: key})
MERGE (filed)-[:USED_BY]->(target)
