// The field at which a walk from a data element begins: that of the designated source of its units, on a day.
// $key  the element's key
// $day  the day
//
// A designation counts when it is valid, its scope is filed, and the department it names, or who took over from that,
// is there to answer. A unit in dispute has no source, nor one for which designations name different departments. Of
// several that agree, the newest that says which field tells it.
MATCH (:DataElement {key: $key})<-[:OF]-(unit:SourceUnit)<-[:OF]-(designation:Designation)-[:NAMES]->(named:Department)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  AND (unit.regionKey IS NULL OR EXISTS { (unit)-[:WITHIN]->(:Region) })
  AND (designation.state IN ['已认定', '争议中'] OR designation.state IS NULL AND designation.stateText IS NULL)
CALL (named) {
  MATCH (named)
    ((gone:Department WHERE gone.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (last:Department WHERE NOT coalesce(last.status, '在设') IN ['撤销', '合并'])
  RETURN last
  ORDER BY last.key
  LIMIT 1
}
OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
WITH unit, designation, last, field
ORDER BY designation.validFrom IS NULL, designation.validFrom DESC, designation.code
WITH unit, collect(DISTINCT last.key) AS departments, collect(designation.state) AS states, collect(field.key) AS fields
WHERE size(departments) = 1 AND NOT '争议中' IN states AND size(fields) > 0
RETURN DISTINCT head(fields) AS key
ORDER BY key
