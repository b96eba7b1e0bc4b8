// The departments in a region whose names have one of some words in them.
// $region  the region's key
// $words   the words
// plan: a region's departments are some hundreds
MATCH (:Region {key: $region})<-[:LOCATED_IN]-(department:Department)
WHERE any(word IN $words WHERE department.name CONTAINS word)
  AND coalesce(department.status, '') <> '撤销' AND coalesce(department.status, '') <> '合并'
RETURN department {.*} AS department
ORDER BY department.code
