// Entries handed up or down from one level to another: of the same name, drawn from an entry of another level.
// $day  the day whose lineage counts
// plan: all are looked at
CALL () {
  MATCH (copy:DataResource)-[:HAS_FIELD]->(:DataField)-[derived:DERIVED_FROM]->(:DataField)<-[:HAS_FIELD]-(original:DataResource)
  WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
  RETURN DISTINCT copy, original
UNION
  MATCH (copy:DataResource)-[derived:DERIVED_FROM]->(original:DataResource)
  WHERE coalesce(derived.validFrom <= $day, true) AND coalesce($day < derived.validTo, true)
  RETURN DISTINCT copy, original
}
WITH copy, original
WHERE copy <> original AND replace(copy.name, ' ', '') = replace(original.name, ' ', '')
MATCH (copy)-[:PROVIDED_BY]->(holder:Department)
MATCH (original)-[:PROVIDED_BY]->(owner:Department)
WHERE coalesce(holder.level, '') <> coalesce(owner.level, '')
RETURN copy.key AS copy, original.key AS original
ORDER BY copy, original
