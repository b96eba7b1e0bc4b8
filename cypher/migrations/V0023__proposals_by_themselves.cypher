CREATE CONSTRAINT proposal_number IF NOT EXISTS FOR (n:Proposal) REQUIRE n.number IS UNIQUE;
CREATE INDEX proposal_unit IF NOT EXISTS FOR (n:Proposal) ON (n.unitKey);
CREATE INDEX proposal_element IF NOT EXISTS FOR (n:Proposal) ON (n.element);
CREATE INDEX field_proposal IF NOT EXISTS FOR (n:DataField) ON (n.proposal);
