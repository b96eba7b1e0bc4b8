CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Department|InformationSystem|DataResource|DataField|DataElement|Form) ON EACH [n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX initials IF NOT EXISTS
FOR (n:Department|InformationSystem|DataResource|DataField|DataElement|Form) ON EACH [n.searchInitials]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
