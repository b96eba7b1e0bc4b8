// By codes, the field whose key stands last before each.
// $codes  the codes
UNWIND $codes AS code
CALL (code) {
  MATCH (field:DataField)
  WHERE field.key < code AND field.code = field.key
  RETURN id(field) AS id
  ORDER BY field.key DESC
  LIMIT 1
}
RETURN code, id
