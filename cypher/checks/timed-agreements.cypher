// Every sharing agreement for which a term runs or has run, with all it says, on what and with whom.
// plan: all are looked at
MATCH (agreement:SharingAgreement)
WHERE agreement.`x_申请日期` IS NOT NULL OR agreement.`x_同意日期` IS NOT NULL OR agreement.`x_校核申请日期` IS NOT NULL
MATCH (resource:DataResource)<-[:OF]-(agreement)-[:GRANTED_TO]->(consumer:Department)
RETURN agreement {.*} AS agreement, resource.key AS resource, consumer.key AS consumer
