// By which channels there is sharing.
// plan: all are wanted
MATCH (agreement:SharingAgreement)
WHERE agreement.channel IS NOT NULL
RETURN DISTINCT agreement.channel AS channel
