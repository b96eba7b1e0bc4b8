// Leaves the right to detect.
// $process  who leaves it
MATCH (lease:DetectionRun {key: 'lease', holder: $process})
REMOVE lease.holder, lease.until
