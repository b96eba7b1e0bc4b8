// The fields that are named by what they are of and their name there.
// $names  {owner, name}: keys
UNWIND $names AS named
MATCH (field:DataField {ownerKey: named.owner})
WHERE field.nameKey = named.name
RETURN named.owner AS owner, named.name AS name, field.key AS key
