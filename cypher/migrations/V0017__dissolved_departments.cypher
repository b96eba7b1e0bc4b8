CREATE INDEX department_status IF NOT EXISTS FOR (n:Department) ON (n.status);
