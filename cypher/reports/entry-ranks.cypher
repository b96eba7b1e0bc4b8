// What decides which of several entries that are one is counted.
// $keys  of the entries
UNWIND $keys AS key
MATCH (resource:DataResource {key: key})-[:PROVIDED_BY]->(department:Department)
RETURN key, resource.code AS code, coalesce(department.dataAuthority, false) AS authority,
  NOT coalesce(resource.status, '已发布') IN ['已停用', '草稿'] AS live
