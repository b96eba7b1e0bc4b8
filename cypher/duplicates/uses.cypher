// Who may use which resource on a day.
// $day  the day
// plan: all are wanted
//
// One pair may come several times: to tell that, Neo4j would keep millions.
MATCH (agreement:SharingAgreement)-[:OF]->(resource:DataResource)
WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
MATCH (agreement)-[:GRANTED_TO]->(consumer:Department)
RETURN resource.key AS resource, consumer.key AS consumer
