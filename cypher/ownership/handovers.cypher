// A window of the designations valid on a day that name a department that is gone, by unit, and how many there are.
// $day         the day
// $department  key of the department named, or of one that took over from it; null for all
// $region      key of the region in which the department named lies; null for all
// $element     the element's key; null for all
// $carried     whether somebody has named who took over already; null for either
// $afterUnit   the place behind which the window begins: the unit's code, and
// $afterCode   the designation's; null at the start
// $limit       how many at most
//
// Who took over is the last in the chain of successors, if that is still there: nobody, when it is gone as well or the
// chain leads round in a ring.
MATCH (gone:Department)
WHERE gone.status IN ['撤销', '合并']
MATCH (gone)<-[:NAMES]-(designation:Designation)-[:OF]->(unit:SourceUnit)-[:OF]->(element:DataElement)
WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  AND coalesce(designation.state, CASE WHEN designation.stateText IS NULL THEN '已认定' END) IN ['已认定', '牵头收集', '争议中']
  AND ($element IS NULL OR unit.elementKey = $element)
  AND ($region IS NULL
    OR EXISTS { (gone)-[:LOCATED_IN]->(:Region)-[:PART_OF]->{0,10}(:Region {key: $region}) })
CALL (gone) {
  MATCH path = (gone)
    ((former:Department WHERE former.status IN ['撤销', '合并'])-[:SUCCEEDED_BY]->(:Department)){0,50}
    (last:Department)
  WITH nodes(path) AS chain, last, NOT coalesce(last.status, '在设') IN ['撤销', '合并'] AS stands
  RETURN chain, CASE WHEN stands THEN last END AS heir
  ORDER BY stands DESC, CASE WHEN stands THEN last.key ELSE '' END, size(chain) DESC
  LIMIT 1
}
WITH unit, element, designation, gone, chain, heir,
  EXISTS {
    (unit)<-[:OF]-(other:Designation)-[:NAMES]->(named:Department)
    WHERE named = heir
      AND coalesce(other.validFrom <= $day, true) AND coalesce($day < other.validTo, true)
      AND coalesce(other.state, CASE WHEN other.stateText IS NULL THEN '已认定' END) IN ['已认定', '牵头收集']
  } AS carried
WHERE ($carried IS NULL OR carried = $carried)
  AND ($department IS NULL OR any(one IN chain WHERE one.key = $department))
WITH unit, element, designation, gone, chain, heir, carried
ORDER BY unit.code, designation.code
WITH collect({
  unit: unit, element: element, designation: designation, gone: gone, chain: chain, heir: heir, carried: carried
}) AS fitting
CALL (fitting) {
  UNWIND [fit IN fitting
    WHERE $afterUnit IS NULL OR fit.unit.code > $afterUnit
      OR fit.unit.code = $afterUnit AND fit.designation.code > $afterCode][..$limit] AS one
  WITH one.unit AS unit, one.element AS element, one.designation AS designation, one.gone AS gone, one.chain AS chain,
    one.heir AS heir, one.carried AS carried
  OPTIONAL MATCH (unit)-[:WITHIN]->(region:Region)
  OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
  OPTIONAL CALL (unit, gone, heir, field) {
    UNWIND [gone, heir] AS keeper
    MATCH (keeper)<-[:PROVIDED_BY]-(resource:DataResource)-[:HAS_FIELD]->(held:DataField)-[:HELD_AS]->(whole:SourceUnit)
    WHERE whole.key = left(unit.key, size(unit.key) - coalesce(size(unit.regionKey) + 1, 0))
      AND coalesce(resource.status, '已发布') <> '已停用'
    RETURN held, resource, coalesce(keeper = heir, false) AS own
  UNION
    MATCH (field)<-[:HAS_FIELD]-(resource:DataResource)
    RETURN field AS held, resource, false AS own
  }
  WITH unit, element, region, designation, field, gone, chain, heir, carried, held, resource, own
  ORDER BY held.code
  WITH unit, element, region, designation, field, gone, chain, heir, carried,
    collect(DISTINCT CASE WHEN own THEN held END) AS holdings,
    collect(DISTINCT resource) AS resources
  WITH unit, element, region, designation, field, gone, chain, heir, carried, holdings,
    COLLECT {
      UNWIND resources AS resource
      MATCH (resource)<-[:OF]-(agreement:SharingAgreement)-[:GRANTED_TO]->(user:Department)
      WHERE coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
        AND user <> gone AND coalesce(user <> heir, true)
      WITH DISTINCT user
      ORDER BY user.code
      RETURN properties(user)
    } AS users
  ORDER BY unit.code, designation.code
  RETURN collect({
    unit: unit {.*, element: properties(element), region: properties(region)},
    designation: designation {
      .*,
      named: properties(gone),
      responsible: properties(heir),
      field: properties(field),
      scopeKnown: unit.regionKey IS NULL OR region IS NOT NULL
    },
    chain: [one IN chain | properties(one)],
    carried: carried,
    holdings: [one IN holdings | properties(one)],
    users: users
  }) AS handovers
}
RETURN size(fitting) AS total, handovers
