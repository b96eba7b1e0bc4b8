// Whether a graph holds nothing but what Yuanliu keeps for itself: counters, locks, migrations, who runs on it.
//
// plan: the first node that is something else ends it.
RETURN NOT EXISTS {
  MATCH (n)
  WHERE NOT n:Turn
    AND NOT n:FindingFeed
    AND NOT n:LineageFeed
    AND NOT n:LineageChange
    AND NOT n:Application
    AND NOT n:__Neo4jMigration
    AND NOT n:__Neo4jMigrationsLock
    AND NOT (n:Filing AND n.key = 'lease')
    AND NOT (n:DetectionRun AND n.key = 'count')
    AND NOT (n:CheckRun AND n.key = 'count')
} AS bare
