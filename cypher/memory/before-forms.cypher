// By codes, the form whose key stands last before each.
// $codes  the codes
UNWIND $codes AS code
CALL (code) {
  MATCH (form:Form)
  WHERE form.key < code AND form.code = form.key
  RETURN id(form) AS id
  ORDER BY form.key DESC
  LIMIT 1
}
RETURN code, id
