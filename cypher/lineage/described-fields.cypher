// What is known of fields at the ends of lineage: how each is come by, what it belongs to and how often that is renewed.
// $keys  the keys of the fields
// $day   the day
UNWIND $keys AS key
MATCH (field:DataField {key: key})
OPTIONAL MATCH (field)<-[:HAS_FIELD]-(owner:DataResource|Form)
RETURN key, field.code AS code, field.acquisition AS acquisition, owner:Form AS ofForm, owner.key AS ownerKey,
  owner.code AS ownerCode, coalesce(owner.cycle, owner.frequency) AS cycle,
  EXISTS {
    MATCH (owner)-[step:DERIVED_FROM]->(:DataResource)
    WHERE coalesce(step.validFrom <= $day, true) AND coalesce($day < step.validTo, true)
  } AS byTheWhole
