// Keeps up to which filing all has been looked at, and forgets what was touched long ago.
// $through  its sequence
// $before   when long ago was
// plan: little was touched within two days
MERGE (lease:DetectionRun {key: 'lease'})
SET lease.through = CASE WHEN coalesce(lease.through, 0) > $through THEN lease.through ELSE $through END
WITH lease
MATCH (touched:Touched)
WHERE touched.at < $before
DELETE touched
