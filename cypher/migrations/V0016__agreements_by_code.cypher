CREATE INDEX agreement_code IF NOT EXISTS FOR (n:SharingAgreement) ON (n.code);
