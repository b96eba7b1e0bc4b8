CREATE CONSTRAINT lineage_feed_key IF NOT EXISTS FOR (n:LineageFeed) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT lineage_change_sequence IF NOT EXISTS FOR (n:LineageChange) REQUIRE n.sequence IS UNIQUE;
CREATE INDEX lineage_change_at IF NOT EXISTS FOR (n:LineageChange) ON (n.at);
CREATE CONSTRAINT application_key IF NOT EXISTS FOR (n:Application) REQUIRE n.key IS UNIQUE;
