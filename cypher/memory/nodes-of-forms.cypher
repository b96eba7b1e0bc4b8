// The nodes of forms.
// $keys  the keys of the forms
UNWIND $keys AS key
MATCH (owner:Form {key: key})
RETURN key, id(owner) AS id
