// What the detection finds collected beside a source, unless people hold it to be exempt, a false alarm or mended.
// plan: there are few
MATCH (finding:DuplicateFinding {kind: 'CROSS_DEPARTMENT', present: true})
WHERE NOT finding.state IN ['EXEMPT', 'FALSE_ALARM', 'CLOSED'] AND finding.unitKey IS NOT NULL
RETURN finding.code AS code, finding.name AS name, finding.unitKey AS unit, finding.suggestion AS suggestion,
  COLLECT { MATCH (finding)-[involves:INVOLVES {role: 'COLLECTOR'}]->(field:DataField) RETURN field.key ORDER BY involves.place } AS accused
ORDER BY code
