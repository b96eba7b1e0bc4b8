// Every resource.
// plan: all are wanted; providers and systems are told by duplicates/provided and duplicates/hosted
MATCH (resource:DataResource)
WITH resource, properties(resource) AS filed
RETURN id(resource) AS node, filed {.key, .code, .name, .subject, .summary, .population, .exemption, .sharing, .notSharedBasis, .basisRank,
    .status, .library, published: toString(filed.published)} AS owner,
  [] AS regions
