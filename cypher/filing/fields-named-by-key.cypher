// The fields that are named by what they are of and their name there, where their key is made of the two.
// $names  {owner, name, key}: keys
UNWIND $names AS named
MATCH (field:DataField {key: named.key})
WHERE field.ownerKey = named.owner AND field.nameKey = named.name
OPTIONAL MATCH (:DataResource {key: named.owner})-[:PROVIDED_BY]->(department:Department)
RETURN named.owner AS owner, named.name AS name, field.key AS key,
  field.acquisition AS acquisition, department.key AS provider
