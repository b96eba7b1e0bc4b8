// Notices that are to be sent out by now, the longest waiting first.
// $now    the moment
// $limit  how many at most
MATCH (notice:Notice)
WHERE notice.deliverAfter <= $now
WITH notice
ORDER BY notice.deliverAfter, notice.code
LIMIT $limit
MATCH (notice)-[:TO]->(department:Department)
MATCH (notice)-[:ABOUT]->(thing)
RETURN notice {.*, department: department {.*}, of: thing {.*, kind: labels(thing)[0]}} AS notice
ORDER BY notice.deliverAfter, notice.code
