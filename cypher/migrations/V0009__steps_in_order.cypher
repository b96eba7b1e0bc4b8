CREATE CONSTRAINT finding_feed_key IF NOT EXISTS FOR (n:FindingFeed) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT finding_step_sequence IF NOT EXISTS FOR (n:FindingStep) REQUIRE n.sequence IS UNIQUE;
