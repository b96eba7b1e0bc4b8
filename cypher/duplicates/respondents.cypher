// How forms write whom they ask.
// plan: there are few, and all are wanted
MATCH (form:Form)
WHERE form.respondent IS NOT NULL
RETURN DISTINCT form.respondent AS respondent
