// Writes by which words fields are found.
// $rows  {key, searchText, searchInitials}
UNWIND $rows AS row
MATCH (field:DataField {key: row.key})
SET field.searchText = row.searchText, field.searchInitials = row.searchInitials
REMOVE field.undescribed
