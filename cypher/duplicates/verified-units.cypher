// How many departments verify units without keeping them.
// $units  keys of units without scope
UNWIND $units AS unit
MATCH (field:DataField {understoodAs: unit})<-[:HAS_FIELD]-(:DataResource)-[:PROVIDED_BY]->(department:Department)
WHERE field.acquisition = '核验'
RETURN unit, count(DISTINCT department) AS departments
