// The fields of a library's entries in use, by code, each with its unit.
// $library  the library's key
// plan: all are looked at
MATCH (resource:DataResource)-[:PROVIDED_BY]->(keeper:Department)
WHERE replace(resource.library, ' ', '') = $library
  AND NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿']
MATCH (resource)-[:HAS_FIELD]->(field:DataField)
OPTIONAL MATCH (field)-[:HELD_AS]->(unit:SourceUnit)
RETURN properties(field) AS field, properties(resource) AS resource, properties(keeper) AS keeper, min(unit.key) AS unit
ORDER BY field.code
