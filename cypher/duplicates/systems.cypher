// Every information system.
// plan: there are few, and all are wanted
MATCH (system:InformationSystem)
RETURN system {.key, .code, .name, .status} AS system
