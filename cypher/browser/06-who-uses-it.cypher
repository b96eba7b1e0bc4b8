// 谁在用?“学历学位信息查询”当前有效的共享关系。
LET code = 'R-SS-XLXW', day = date()
MATCH (resource:DataResource {key: code})<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
WHERE coalesce(day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN agreement.code AS agreement, consumer.code AS consumer, system.code AS system, agreement.calls AS calls
ORDER BY agreement
