// Some information systems.
// $keys  which
UNWIND $keys AS key
MATCH (system:InformationSystem {key: key})
RETURN system {.key, .code, .name, .status} AS system
