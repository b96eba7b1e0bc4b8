// How far the receiver of the webhook was told of findings; who is told for the first time is told what comes from now on.
OPTIONAL MATCH (steps:FindingFeed {key: 'steps'})
WITH coalesce(steps.last, 0) AS now
MERGE (feed:FindingFeed {key: 'webhook'})
ON CREATE SET feed.attempts = 0, feed.last = now
RETURN feed.last AS last, feed.upTo AS upTo, feed.attempts AS attempts, feed.deliverAfter AS deliverAfter
