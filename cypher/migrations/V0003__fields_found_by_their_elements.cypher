DROP INDEX department_name IF EXISTS;
CREATE INDEX field_undescribed IF NOT EXISTS FOR (n:DataField) ON (n.undescribed);
