// How many fields and agreements there are: what a run has in memory grows with them.
// plan: two counts, each one row
CALL () {
  MATCH (field:DataField)
  RETURN count(field) AS fields
}
CALL () {
  MATCH (agreement:SharingAgreement)
  RETURN count(agreement) AS agreements
}
RETURN fields, agreements
