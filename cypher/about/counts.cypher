// How much there is of what the start page tells, each from the count store.
MATCH (n:Department)
WITH count(n) AS total
RETURN 'departments' AS what, total
UNION ALL
MATCH (n:DataResource)
WITH count(n) AS total
RETURN 'dataResources' AS what, total
UNION ALL
MATCH (n:DataField)
WITH count(n) AS total
RETURN 'dataFields' AS what, total
UNION ALL
MATCH (n:InformationSystem)
WITH count(n) AS total
RETURN 'systems' AS what, total
UNION ALL
MATCH (n:SourceUnit)
WITH count(n) AS total
RETURN 'sourceUnits' AS what, total
