// Every sharing agreement with all it says, on what and with whom.
// plan: all are wanted
MATCH (resource:DataResource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(consumer:Department)
RETURN agreement {.*} AS agreement, resource.key AS resource, consumer.key AS consumer
