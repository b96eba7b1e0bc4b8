// Acknowledges a notice, unless it has been before, and answers which of the two it was.
// $key     its code, normalised
// $by      who acknowledges it
// $remark  what is said to it; null for nothing
// $at      when
//
// It is touched first, so that of two who acknowledge at once one is told of the other.
MATCH (notice:Notice {key: $key})
SET notice.touched = timestamp()
WITH notice, notice.acknowledgedAt IS NULL AS fresh
SET notice.acknowledgedAt = CASE WHEN fresh THEN $at ELSE notice.acknowledgedAt END,
  notice.acknowledgedBy = CASE WHEN fresh THEN $by ELSE notice.acknowledgedBy END,
  notice.remark = CASE WHEN fresh THEN $remark ELSE notice.remark END,
  notice.openKey = null
RETURN fresh
