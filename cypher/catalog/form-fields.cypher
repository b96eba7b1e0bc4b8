// A window of the fields of each form asked about, by position and code, with how many it has in all.
// $asked  key of the form, position and code of the field behind which its window begins
// $most   how many at most for each
// $namesAlone  whether nothing but what they are called is wanted
UNWIND $asked AS asked
MATCH (owner:Form {key: asked.key})
CALL (owner, asked) {
  MATCH (owner)-[:HAS_FIELD]->(field:DataField)
  WITH field, asked, coalesce(field.ordinal, 2147483647) AS place
  WHERE place > asked.place OR place = asked.place AND field.code > asked.code
  WITH field, place
  ORDER BY place, field.code
  LIMIT $most
  RETURN collect(CASE WHEN $namesAlone THEN field {.code, .name, .ordinal} ELSE field {.*} END) AS fields
}
RETURN asked.key AS key, asked.place AS place, asked.code AS code, fields, COUNT { (owner)-[:HAS_FIELD]->() } AS total
