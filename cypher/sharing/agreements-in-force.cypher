// The sharing agreements of resources that are in force on a day, and who uses them.
// $keys  the keys of the resources
// $day   the day
UNWIND $keys AS key
MATCH (:DataResource {key: key})<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN key AS resource, agreement {.key, .calls} AS agreement, consumer.key AS consumer, system.key AS system
ORDER BY agreement.code
