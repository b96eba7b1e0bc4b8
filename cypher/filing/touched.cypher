// Remembers what a transaction of a filing changes, for whoever looks at what has changed.
// $batch       the filing's code
// $much        whether the filing changes more than anyone looks at one by one; then it does not say what
// $fields      keys of fields
// $owners      keys of resources and forms, and of those whose lineage it changes
// $agreements  keys of agreements
CREATE (:Touched {batch: $batch, at: datetime(), much: $much, fields: $fields, owners: $owners, agreements: $agreements})
