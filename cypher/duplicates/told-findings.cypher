// How far the receiver of the webhook was told of findings; who is told for the first time is told what comes from now on.
MERGE (feed:FindingFeed {key: 'webhook'})
ON CREATE SET feed.attempts = 0,
  feed.last = coalesce(head(COLLECT { MATCH (steps:FindingFeed {key: 'steps'}) RETURN steps.last }), 0)
RETURN feed.last AS last, feed.upTo AS upTo, feed.attempts AS attempts, feed.deliverAfter AS deliverAfter
