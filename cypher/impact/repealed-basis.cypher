// What rests on a document, or on one clause of it.
// $document  the document's name without 《》 and blanks, in lower case
// $clause    the clause, without blanks; null for all of them
// $day       the day
//
// plan: nothing is indexed by what it says of its basis, and the question is asked when a law changes.
//
// A cell names a document when it has the name in it. A clause is compared where a column of its own tells it; of free
// text it is looked for, and where no clause is told, the thing may rest on another.
CALL () {
  MATCH (designation:Designation)-[:OF]->(unit:SourceUnit)
  WHERE designation.document IS NOT NULL
    AND replace(replace(replace(toLower(designation.document), '《', ''), '》', ''), ' ', '') CONTAINS $document
    AND ($clause IS NULL OR designation.clause IS NULL OR replace(designation.clause, ' ', '') CONTAINS $clause)
    AND coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  OPTIONAL MATCH (designation)-[:NAMES]->(department:Department)
  OPTIONAL MATCH (designation)-[:AT]->(field:DataField)
  RETURN 'DESIGNATION' AS what, unit AS thing, 'SourceUnit' AS label, designation.code AS place, department,
    designation.document + coalesce(designation.clause, '') AS quoted, designation.clause IS NOT NULL AS clauseTold
  UNION ALL
  MATCH (resource:DataResource)
  UNWIND [
    {what: 'NOT_SHARED_GROUND', quoted: resource.notSharedBasis},
    {what: 'SHARING_CONDITION', quoted: resource.condition},
    {what: 'EXEMPTION', quoted: resource.exemption}] AS cell
  WITH resource, cell, replace(replace(replace(toLower(coalesce(cell.quoted, '')), '《', ''), '》', ''), ' ', '') AS plain
  WHERE plain CONTAINS $document AND ($clause IS NULL OR NOT plain CONTAINS '条' OR plain CONTAINS $clause)
  OPTIONAL MATCH (resource)-[:PROVIDED_BY]->(department:Department)
  RETURN cell.what AS what, resource AS thing, 'DataResource' AS label, resource.code AS place, department, cell.quoted AS quoted,
    $clause IS NOT NULL AND plain CONTAINS $clause AS clauseTold
  UNION ALL
  MATCH (agreement:SharingAgreement)-[:OF]->(resource:DataResource)
  WITH agreement, resource, replace(replace(replace(toLower(coalesce(agreement.basis, '')), '《', ''), '》', ''), ' ', '') AS plain
  WHERE plain CONTAINS $document AND ($clause IS NULL OR NOT plain CONTAINS '条' OR plain CONTAINS $clause)
    AND coalesce($day < agreement.expiresOn, true) AND coalesce(agreement.status, '使用中') = '使用中'
  OPTIONAL MATCH (agreement)-[:GRANTED_TO]->(department:Department)
  RETURN 'AGREEMENT' AS what, resource AS thing, 'DataResource' AS label, agreement.code AS place, department,
    agreement.basis AS quoted, $clause IS NOT NULL AND plain CONTAINS $clause AS clauseTold
}
RETURN what, place, thing.key AS key, label, department {.*} AS department, quoted, clauseTold
ORDER BY what, place
