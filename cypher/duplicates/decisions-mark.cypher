// A mark that is another when people have decided anything about what names mean, be it of one field alone.
// plan: decisions are few
MATCH (decision:NameDecision)
RETURN toString(count(decision)) + '|' + coalesce(toString(max(decision.at)), '') AS mark
