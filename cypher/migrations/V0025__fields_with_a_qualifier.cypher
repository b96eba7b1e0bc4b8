CREATE INDEX field_qualifier IF NOT EXISTS FOR (n:DataField) ON (n.qualifier);
