DROP INDEX field_code IF EXISTS;
DROP INDEX field_batch IF EXISTS;
DROP INDEX resource_batch IF EXISTS;
DROP INDEX form_batch IF EXISTS;
DROP INDEX agreement_batch IF EXISTS;
DROP INDEX derivation_batch IF EXISTS;
DROP INDEX field_owner IF EXISTS;
DROP INDEX field_element IF EXISTS;
CREATE INDEX field_element_awaited IF NOT EXISTS FOR (n:DataField) ON (n.elementAwaited);
