// By codes, the resource whose key stands last before each.
// $codes  the codes
UNWIND $codes AS code
CALL (code) {
  MATCH (resource:DataResource)
  WHERE resource.key < code AND resource.code = resource.key
  RETURN id(resource) AS id
  ORDER BY resource.key DESC
  LIMIT 1
}
RETURN code, id
