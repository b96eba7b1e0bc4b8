// How far the changes of the lineage have come.
OPTIONAL MATCH (feed:LineageFeed {key: 'changes'})
RETURN coalesce(feed.last, 0) AS last
