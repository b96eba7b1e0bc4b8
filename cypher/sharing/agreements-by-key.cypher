// Some sharing agreements, on what, with whom and by which system.
// $keys  which
UNWIND $keys AS key
MATCH (resource:DataResource)<-[:OF]-(agreement:SharingAgreement {key: key})-[:GRANTED_TO]->(consumer:Department)
OPTIONAL MATCH (agreement)-[:USED_BY]->(system:InformationSystem)
RETURN key, agreement {.*, resource: properties(resource), consumer: properties(consumer), system: properties(system)} AS agreement
