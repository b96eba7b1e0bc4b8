// The agreements in use of resources, with whom and by which system.
// $nodes  ids of the nodes of the resources
// $day    the day after which they must be in force
UNWIND $nodes AS node
MATCH (resource:DataResource)
WHERE id(resource) = node
MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
WHERE coalesce(agreement.status, '使用中') = '使用中' AND coalesce($day < agreement.expiresOn, true)
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
OPTIONAL MATCH (system)-[:OPERATED_BY]->(operator:Department)
RETURN id(agreement) AS id, id(resource) AS resource, id(consumer) AS consumer, consumer.key AS consumerKey,
  id(system) AS system, system.key AS systemKey, system.status AS systemStatus, id(operator) AS operator,
  operator.key AS operatorKey, coalesce(agreement.calls, 0) AS calls, agreement.expiresOn AS expiresOn,
  CASE WHEN agreement.basis IS NULL THEN 1 ELSE 0 END + CASE WHEN agreement.purpose IS NULL THEN 2 ELSE 0 END
    + CASE WHEN agreement.method IS NULL THEN 4 ELSE 0 END + CASE WHEN agreement.grantedOn IS NULL THEN 8 ELSE 0 END
    + CASE WHEN agreement.expiresOn IS NULL THEN 16 ELSE 0 END AS missing
