CREATE CONSTRAINT notice_key IF NOT EXISTS FOR (n:Notice) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT notice_open IF NOT EXISTS FOR (n:Notice) REQUIRE n.openKey IS UNIQUE;
CREATE INDEX notice_question IF NOT EXISTS FOR (n:Notice) ON (n.question);
CREATE INDEX notice_day IF NOT EXISTS FOR (n:Notice) ON (n.day);
CREATE INDEX notice_due IF NOT EXISTS FOR (n:Notice) ON (n.due);
CREATE INDEX notice_deliver_after IF NOT EXISTS FOR (n:Notice) ON (n.deliverAfter);
CREATE INDEX field_name_key IF NOT EXISTS FOR (n:DataField) ON (n.nameKey);
