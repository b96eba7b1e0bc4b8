// 谁还没有确认告知?未确认的,期限近者在前。
MATCH (notice:Notice)-[:TO]->(department:Department)
WHERE notice.acknowledgedAt IS NULL
RETURN notice.code AS notice, department.code AS department, notice.subject AS subject, notice.due AS due
ORDER BY due, notice
