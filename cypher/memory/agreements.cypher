// Every agreement in use, of what, with whom and by which system, for the lineage in memory.
// $day  the day after which it must be in force
//
// plan: it is read once, whole, when the application has started, as the agreements lie in the store: from their resources each
// would be read from another place.
MATCH (agreement:SharingAgreement)-[:OF]->(resource:DataResource)
USING SCAN agreement:SharingAgreement
WHERE coalesce(agreement.status, '使用中') = '使用中' AND coalesce($day < agreement.expiresOn, true)
MATCH (agreement)-[:GRANTED_TO]->(consumer:Department)
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN id(agreement) AS id, id(resource) AS resource, id(consumer) AS consumer, id(system) AS system,
  coalesce(agreement.calls, 0) AS calls, agreement.expiresOn AS expiresOn,
  CASE WHEN agreement.basis IS NULL THEN 1 ELSE 0 END + CASE WHEN agreement.purpose IS NULL THEN 2 ELSE 0 END
    + CASE WHEN agreement.method IS NULL THEN 4 ELSE 0 END + CASE WHEN agreement.grantedOn IS NULL THEN 8 ELSE 0 END
    + CASE WHEN agreement.expiresOn IS NULL THEN 16 ELSE 0 END AS missing
