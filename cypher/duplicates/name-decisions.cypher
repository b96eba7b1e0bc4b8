// What people have decided about what names mean, as far as nobody decided or filed otherwise since.
// plan: there are few, and all are wanted
MATCH (decision:NameDecision {current: true})
WHERE NOT EXISTS {
  MATCH (decision)-[:ABOUT]->(:DataField)-[:REPRESENTS]->(element:DataElement)
  WHERE decision.confirmed = (element.key <> decision.element)
}
RETURN decision.name AS name, decision.element AS element, decision.confirmed AS confirmed
