// Remembers what a transaction of a filing changes, for whoever looks at what has changed.
// $rows  {batch, much, fields, owners, agreements}: the filing's code; whether the filing changes more than anyone looks at
//        one by one, then it does not say what; keys of fields; of resources and forms, and of those whose lineage it
//        changes; of agreements
UNWIND $rows AS row
CREATE (touched:Touched {at: datetime()})
SET touched += row
