// The designations of the units of these elements, with the keys of what they are linked to.
// $keys  keys of the elements
//
// They are sought from the element and not by their key: that names the unit which they had when they were filed, and
// their element may have got another 对象类 since.
UNWIND $keys AS key
MATCH (:DataElement {key: key})<-[:OF]-(:SourceUnit)<-[:OF]-(filed:Designation)
WITH DISTINCT filed
RETURN filed.key AS key,
  CASE WHEN filed.endedOn IS NULL THEN properties(filed) ELSE filed {.*, validTo: filed.filedTo} END AS properties,
  [(filed)-[link:NAMES|AT]->(target) WHERE target.key IS NOT NULL | [type(link), target.key]] AS links
