// Keeps how the telling of findings went.
// $last          the sequence of the last step that was told, or given up
// $upTo          the last step of what is being told; null when nothing is
// $attempts      how often that was tried
// $deliverAfter  when it is tried next; null for at once
// $problem       what went wrong; null when nothing did
MATCH (feed:FindingFeed {key: 'webhook'})
SET feed.last = $last,
  feed.upTo = $upTo,
  feed.attempts = $attempts,
  feed.deliverAfter = $deliverAfter,
  feed.problem = $problem
