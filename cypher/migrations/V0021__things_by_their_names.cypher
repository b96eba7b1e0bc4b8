// Things by their names as these are compared: what a search tells first. Fields have theirs since V0008.
CREATE INDEX element_name_key IF NOT EXISTS FOR (n:DataElement) ON (n.nameKey);
CREATE INDEX resource_name_key IF NOT EXISTS FOR (n:DataResource) ON (n.nameKey);
CREATE INDEX form_name_key IF NOT EXISTS FOR (n:Form) ON (n.nameKey);
CREATE INDEX system_name_key IF NOT EXISTS FOR (n:InformationSystem) ON (n.nameKey);
CREATE INDEX department_name_key IF NOT EXISTS FOR (n:Department) ON (n.nameKey);
