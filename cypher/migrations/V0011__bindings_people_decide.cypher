CREATE CONSTRAINT name_decision_key IF NOT EXISTS FOR (n:NameDecision) REQUIRE n.key IS UNIQUE;
CREATE INDEX field_proposed_element IF NOT EXISTS FOR (n:DataField) ON (n.proposedElement);
CREATE INDEX field_binding_version IF NOT EXISTS FOR (n:DataField) ON (n.bindingVersion);
