// Keeps how the sending of a notice went.
// $key           its code, normalised
// $delivery      DELIVERED, PENDING or FAILED
// $attempts      how often it was tried
// $deliverAfter  when it is tried next; null for never
// $problem       what went wrong; null when nothing did
MATCH (notice:Notice {key: $key})
SET notice.delivery = $delivery,
  notice.deliveryAttempts = $attempts,
  notice.deliverAfter = $deliverAfter,
  notice.deliveryProblem = $problem
RETURN notice.key AS key
