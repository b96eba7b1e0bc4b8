// The sharing agreements of resources that are in force on a day, and who uses them.
// $keys  the keys of the resources
// $day   the day
//
// What an agreement does not say of that which 第二十条 of the regulation asks for: on what basis, what for, by what way
// and until when it is used.
UNWIND $keys AS key
MATCH (:DataResource {key: key})<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN key AS resource, agreement {.key, .calls} AS agreement, consumer.key AS consumer, system.key AS system,
  [word IN [CASE WHEN agreement.basis IS NULL THEN '依据' END, CASE WHEN agreement.purpose IS NULL THEN '用途' END,
    CASE WHEN agreement.method IS NULL THEN '共享方式' END, CASE WHEN agreement.grantedOn IS NULL THEN '授权日期' END,
    CASE WHEN agreement.expiresOn IS NULL THEN '到期日期' END] WHERE word IS NOT NULL] AS missing
ORDER BY agreement.code
