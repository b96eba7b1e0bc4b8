CREATE CONSTRAINT rejected_derivation_edge IF NOT EXISTS FOR ()-[d:NOT_DERIVED_FROM]-() REQUIRE d.edge IS UNIQUE;
CREATE CONSTRAINT former_derivation_key IF NOT EXISTS FOR (n:FormerDerivation) REQUIRE n.key IS UNIQUE;
CREATE INDEX former_derivation_edge IF NOT EXISTS FOR (n:FormerDerivation) ON (n.edge);
