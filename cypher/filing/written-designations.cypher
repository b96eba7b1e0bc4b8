// Writes designations; a property that is null is taken away.
// $rows  {key, properties}
//
// One that people have ended does not rise again: its last day is the earlier of theirs and the filed one.
UNWIND $rows AS row
MERGE (filed:Designation {key: row.key})
SET filed += row.properties
WITH filed, row
WHERE filed.endedOn IS NOT NULL
SET filed.filedTo = CASE WHEN 'validTo' IN keys(row.properties) THEN row.properties.validTo ELSE filed.filedTo END
SET filed.validTo = CASE WHEN filed.filedTo < filed.endedOn THEN filed.filedTo ELSE filed.endedOn END
