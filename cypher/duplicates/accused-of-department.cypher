// What a department collects though another is its source: its fields in findings across departments that stand, each with the source's.
// $department  its key
MATCH (:Department {key: $department})<-[:PROVIDED_BY|ISSUED_BY]-(owner:DataResource|Form)-[:HAS_FIELD]->(field:DataField)
MATCH (field)<-[accuses:INVOLVES]-(finding:DuplicateFinding)
WHERE finding.kind = 'CROSS_DEPARTMENT' AND finding.present
  AND accuses.role IN ['COLLECTOR', 'COPY']
  AND NOT finding.state IN ['EXEMPT', 'FALSE_ALARM']
RETURN field {.*} AS field,
  owner.name AS owner,
  'Form' IN labels(owner) AS form,
  finding {.*} AS finding,
  COLLECT {
    MATCH (finding)-[involves:INVOLVES {role: 'SOURCE'}]->(source:DataField)
    RETURN properties(source)
    ORDER BY involves.place
    LIMIT 1
  } AS sources
ORDER BY field.code, finding.code
