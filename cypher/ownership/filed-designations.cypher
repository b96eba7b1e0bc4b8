// Every designation, with what decides its unit and the unit it has.
MATCH (designation:Designation)
WHERE designation.key IS NOT NULL
MATCH (element:DataElement {key: designation.elementKey})
OPTIONAL MATCH (region:Region {key: designation.regionKey})
OPTIONAL MATCH (designation)-[:OF]->(unit:SourceUnit)
RETURN designation.key AS designation,
  element.code AS element,
  element.name AS elementName,
  element.subject AS elementSubject,
  designation.subject AS subject,
  designation.qualifier AS qualifier,
  null AS ownerSubject,
  null AS respondent,
  coalesce(region.code, designation.regionRef, designation.regionKey) AS region,
  region.name AS regionName,
  unit.key AS unit
