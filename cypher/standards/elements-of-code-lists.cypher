// Every data element that names a code list, by code, with how many fields represent it.
// plan: all are wanted, and elements are few
MATCH (element:DataElement)
WHERE element.codeList IS NOT NULL
RETURN element {.*} AS element, COUNT { (element)<-[:REPRESENTS]-() } AS fields
ORDER BY element.code
