// Things by their whole names: what a search tells first. Fields have theirs since V0008.
CREATE INDEX element_name IF NOT EXISTS FOR (n:DataElement) ON (n.name);
CREATE INDEX resource_name IF NOT EXISTS FOR (n:DataResource) ON (n.name);
CREATE INDEX form_name IF NOT EXISTS FOR (n:Form) ON (n.name);
CREATE INDEX system_name IF NOT EXISTS FOR (n:InformationSystem) ON (n.name);
CREATE INDEX department_name IF NOT EXISTS FOR (n:Department) ON (n.name);
