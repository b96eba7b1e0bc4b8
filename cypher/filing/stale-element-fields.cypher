// Marks the fields that represent what has changed: their unit and the words they are found by are made anew.
// $keys  keys of the elements
UNWIND $keys AS key
MATCH (:DataElement {key: key})<-[:REPRESENTS]-(field:DataField)
SET field.stale = true, field.undescribed = true
