// The name of every field as names are compared, and the number of its node, name by name.
// plan: all are wanted; the index tells both, and no field is read
MATCH (field:DataField)
WHERE field.nameKey IS NOT NULL
RETURN field.nameKey AS name, id(field) AS node
ORDER BY name
