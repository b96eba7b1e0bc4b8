// How much the lineage in memory would hold.
RETURN COUNT { (:DataResource) } + COUNT { (:Form) } AS owners, COUNT { (:DataField) } AS fields,
  COUNT { ()-[:DERIVED_FROM]->() } AS derivations, COUNT { (:SharingAgreement) } AS agreements
