// What people decided of fields, in the order in which they did.
// $keys  of the fields
UNWIND $keys AS key
MATCH (field:DataField {key: key})<-[:ABOUT]-(decision:NameDecision)
MATCH (element:DataElement {key: decision.element})
RETURN field.code AS field, decision {.*, decided: element {.*}} AS decision
ORDER BY field, decision.number
