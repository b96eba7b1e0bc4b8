// Who is under whom, as filed.
MATCH (filed:Region)
WHERE filed.parentKey IS NOT NULL
RETURN filed.key AS key, filed.parentKey AS parent
