// Ends the designations of a unit that are in force on a day or later: people have decided so.
// $unit  the unit's key
// $day   the first on which they hold no more
//
// What was filed is remembered, for it may be filed again; what people have ended stays ended.
MATCH (:SourceUnit {key: $unit})<-[:OF]-(designation:Designation)
WHERE coalesce($day < designation.validTo, true)
SET designation.filedTo = CASE WHEN designation.endedOn IS NULL THEN designation.validTo ELSE designation.filedTo END,
  designation.endedOn = $day,
  designation.validTo = $day
