// Who may use which resource on a day, by the numbers of the nodes.
// $day  the day
// plan: all are wanted, as they lie in the store
//
// One pair may come several times: to tell that, Neo4j would keep millions.
MATCH (agreement:SharingAgreement)-[:OF]->(resource:DataResource)
USING SCAN agreement:SharingAgreement
WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
MATCH (agreement)-[:GRANTED_TO]->(consumer:Department)
RETURN id(resource) AS resource, id(consumer) AS consumer
