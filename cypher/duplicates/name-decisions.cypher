// What people have decided about what names mean.
// plan: there are few, and all are wanted
MATCH (decision:NameDecision)
RETURN decision.name AS name, decision.element AS element, decision.confirmed AS confirmed
