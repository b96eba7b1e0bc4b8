CREATE CONSTRAINT turn_key IF NOT EXISTS FOR (n:Turn) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT check_key IF NOT EXISTS FOR (n:Check) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT check_run_key IF NOT EXISTS FOR (n:CheckRun) REQUIRE n.key IS UNIQUE;
CREATE INDEX check_about IF NOT EXISTS FOR (n:Check) ON (n.aboutKey);
MATCH (count:DetectionRun {key: 'lease'}) SET count.key = 'count' REMOVE count.holder, count.until, count.touched;
