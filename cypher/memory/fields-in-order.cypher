// The nodes of all fields in the order of the keys, for the lineage in memory.
//
// plan: it is read once, whole, when the application has started; the index on keys is all that it reads.
MATCH (field:DataField)
WHERE field.key >= ''
RETURN id(field) AS id
ORDER BY field.key
