// Who is named by every designation, and where it stands in its filing.
// plan: there are few, and all are wanted
MATCH (designation:Designation)
OPTIONAL MATCH (designation)-[:NAMES]->(named:Department)
RETURN designation.code AS code,
  named.key AS named,
  designation['x_校核来源'] AS verifiedBy,
  designation.batch AS batch,
  designation.row AS row
