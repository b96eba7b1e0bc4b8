// A mark that is another when a filing has changed elements, or people have decided about what names mean.
// plan: there are few, and all are counted
CALL () {
  MATCH (element:DataElement)
  RETURN count(element) AS elements, max(element.batch) AS batch
}
CALL () {
  MATCH (taught:NameDecision)
  RETURN count(taught) AS decisions, max(taught.at) AS at
}
RETURN elements + '|' + coalesce(batch, '') + '|' + decisions + '|' + coalesce(toString(at), '') AS mark
