// Every information system.
// plan: there are few, and all are wanted
MATCH (system:InformationSystem)
RETURN id(system) AS node, system {.key, .code, .name, .status} AS system
