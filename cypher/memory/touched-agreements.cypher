// The nodes of agreements that changes touch.
// $keys  their keys
UNWIND $keys AS key
MATCH (agreement:SharingAgreement {key: key})
RETURN id(agreement) AS id
