// A mark that is another when something was filed, or people have decided about what names mean.
// plan: filings and decisions are few
CALL () {
  MATCH (filing:Filing)
  WHERE filing.sequence IS NOT NULL AND filing.state = 'FINISHED'
  RETURN max(filing.sequence) AS filed
}
CALL () {
  MATCH (decision:NameDecision)
  RETURN count(decision) AS decisions, max(decision.at) AS at
}
RETURN coalesce(toString(filed), '') + '|' + toString(decisions) + '|' + coalesce(toString(at), '') AS mark
