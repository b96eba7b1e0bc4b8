// Entries that bear a catalogue code that another bears too: the code and who bears it.
// plan: all are looked at
MATCH (resource:DataResource)
WHERE resource.catalogueCodes IS NOT NULL
UNWIND resource.catalogueCodes AS code
WITH code, collect(DISTINCT resource.key) AS entries
WHERE size(entries) > 1
RETURN code, entries
ORDER BY code
