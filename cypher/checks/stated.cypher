// Changes how it stands with checks.
// $checks  {code, properties}; what is null is taken away
UNWIND $checks AS row
MATCH (check:Check {key: row.code})
SET check += row.properties
