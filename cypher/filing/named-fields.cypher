// The fields that are named by what they are of and their name there, how they are got and whose they are.
// $names  {owner, name, key}: keys; what is looked for by its key is in fields-named-by-key
UNWIND $names AS named
CALL (named) {
  MATCH (:DataResource {key: named.owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
UNION ALL
  MATCH (:Form {key: named.owner})-[:HAS_FIELD]->(field:DataField)
  RETURN field
}
WITH named, field
WHERE field.nameKey = named.name
OPTIONAL MATCH (:DataResource {key: named.owner})-[:PROVIDED_BY]->(department:Department)
RETURN named.owner AS owner, named.name AS name, field.key AS key,
  field.acquisition AS acquisition, department.key AS provider
