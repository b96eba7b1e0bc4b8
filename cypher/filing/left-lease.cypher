// Leaves the right to file.
// $process  who leaves it
MATCH (lease:Filing {key: 'lease', holder: $process})
REMOVE lease.holder, lease.until
