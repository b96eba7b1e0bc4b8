// Keeps up to which filing all has been looked at, and forgets what was touched long ago.
// $through  its sequence
// $before   when long ago was
// plan: little was touched within two days
MERGE (count:DetectionRun {key: 'count'})
SET count.through = CASE WHEN coalesce(count.through, 0) > $through THEN count.through ELSE $through END
WITH count
MATCH (touched:Touched)
WHERE touched.at < $before
DELETE touched
