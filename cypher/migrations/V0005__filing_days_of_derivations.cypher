MATCH ()-[d:DERIVED_FROM]->()
WHERE d.filedOn IS NULL AND d.batch STARTS WITH 'F'
SET d.filedOn = date(substring(d.batch, 1, 8));
