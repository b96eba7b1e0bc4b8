// Up to which filing, and up to which decision on lineage, all is in the graph now, and which graph it is.
// $filing  the code of a filing that has just ended, though it does not say so yet; empty for none
// plan: filings and decisions are few
CALL () {
  MATCH (open:Filing)
  WHERE open.state IN ['QUEUED', 'RUNNING'] AND open.code <> $filing AND open.sequence IS NOT NULL
  RETURN min(open.sequence) - 1 AS beforeOpen
}
CALL () {
  MATCH (filing:Filing)
  WHERE filing.sequence IS NOT NULL
  RETURN max(filing.sequence) AS last
}
CALL () {
  OPTIONAL MATCH (feed:FindingFeed {key: 'touched'})
  RETURN max(feed.last) AS decided
}
CALL () {
  OPTIONAL MATCH (count:DetectionRun {key: 'count'})
  RETURN max(count.graph) AS graph
}
RETURN graph, coalesce(beforeOpen, last, 0) AS through, coalesce(decided, 0) AS decided
