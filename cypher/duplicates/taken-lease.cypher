// Takes the right to detect, or keeps it; nobody else detects until it is left or has run out.
// $process  who takes it
// $now      the time in milliseconds
// $until    when it runs out
MERGE (lease:DetectionRun {key: 'lease'})
SET lease.touched = $now
WITH lease
WHERE lease.holder IS NULL OR lease.holder = $process OR lease.until < $now
SET lease.holder = $process, lease.until = $until
RETURN lease.holder AS holder
