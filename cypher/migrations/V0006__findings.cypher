CREATE CONSTRAINT finding_key IF NOT EXISTS FOR (n:DuplicateFinding) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT detection_run_key IF NOT EXISTS FOR (n:DetectionRun) REQUIRE n.key IS UNIQUE;
CREATE INDEX field_understood_as IF NOT EXISTS FOR (n:DataField) ON (n.understoodAs);
