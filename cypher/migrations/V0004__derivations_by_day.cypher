CREATE INDEX derivation_valid_from IF NOT EXISTS FOR ()-[d:DERIVED_FROM]-() ON (d.validFrom);
CREATE INDEX derivation_filed_on IF NOT EXISTS FOR ()-[d:DERIVED_FROM]-() ON (d.filedOn);
