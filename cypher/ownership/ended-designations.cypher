// Ends the designations of a unit that are in force on a day or later: people have decided so.
// $unit  the unit's key
// $day   the first on which they hold no more
MATCH (:SourceUnit {key: $unit})<-[:OF]-(designation:Designation)
WHERE coalesce($day < designation.validTo, true) AND coalesce($day < designation.endedOn, true)
SET designation.endedOn = $day
