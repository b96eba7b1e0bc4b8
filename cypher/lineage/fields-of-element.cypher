// The field at which a walk from a data element begins: that of the designated source of its units, on a day.
// $key  the element's key
// $day  the day
MATCH (:DataElement {key: $key})<-[:OF]-(:SourceUnit)<-[:OF]-(designation:Designation {state: '已认定'})-[:AT]->(field:DataField)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
RETURN DISTINCT field.key AS key
ORDER BY key
