// What designations of units say of who verifies them (校核来源), by the designations' codes.
// $codes  keys of designations
UNWIND $codes AS code
MATCH (designation:Designation {key: code})
WHERE designation['x_校核来源'] IS NOT NULL
RETURN code, designation['x_校核来源'] AS text
