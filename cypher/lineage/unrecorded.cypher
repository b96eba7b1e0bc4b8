// Which of these fields end in the unknown: neither collected nor generated, and nothing upstream of them recorded on a day.
// $keys  the keys of the fields
// $day   the day
UNWIND $keys AS key
MATCH (field:DataField {key: key})
WHERE NOT coalesce(field.acquisition IN ['采集', '产生'], false)
  AND NOT EXISTS {
    MATCH (field)-[step:DERIVED_FROM]->(:DataField)
    WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  }
RETURN field.key AS key
