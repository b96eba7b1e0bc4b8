// Makes the names of labels, relationship types and properties known to the graph before anything is written by them.
//
// Neo4j makes a name in a transaction of its own when it first meets it, which nobody could tell from a write of somebody
// else's: the lineage in memory would be read anew for it. What is known already is left as it is.
UNWIND [
  'Application', 'CaseStep', 'Check', 'CheckRun', 'CheckStep', 'DataElement', 'DataField', 'DataResource', 'Department', 'Designation',
  'DetectionRun', 'Discrepancy', 'DiscrepancyStep', 'DuplicateFinding', 'Filing', 'FindingFeed', 'FindingStep', 'Form', 'FormerDerivation',
  'InformationSystem', 'Library', 'LineageChange', 'LineageFeed', 'NameDecision', 'Notice', 'Objection', 'ObjectionStep', 'Proposal', 'Region',
  'SharingAgreement', 'SourceCase', 'SourceUnit', 'Touched', 'Turn', 'VerificationRule', 'VerificationRuleStep', 'VerificationRun', 'VerifiedUnit'
] AS label
CALL db.createLabel(label)
WITH count(*) AS labels
UNWIND [
  'ABOUT', 'ANSWERED_BY', 'ANSWERED_FOR_BY', 'APPLIES_IN', 'AT', 'BELONGS_TO', 'BY', 'COLLECTED_IN', 'DERIVED_FROM', 'FOUND_BY', 'GATHERS',
  'GRANTED_TO', 'GUIDED_BY', 'HAS_FIELD', 'HAS_STEP', 'HELD_AGAINST', 'HELD_AS', 'HOSTED_IN', 'INVOLVES', 'ISSUED_BY', 'LOCATED_IN', 'NAMES',
  'NOT_DERIVED_FROM', 'OF', 'OPERATED_BY', 'PART_OF', 'PROVIDED_BY', 'RAISED_BY', 'REPRESENTS', 'SUCCEEDED_BY', 'TO', 'USED_BY', 'WITHIN'
] AS type
CALL db.createRelationshipType(type)
WITH labels, count(*) AS types
UNWIND [
  'aboutKey', 'aboutLabel', 'acknowledgedAt', 'acknowledgedBy', 'acquisition', 'acquisitionText', 'act', 'action', 'activity', 'activityText',
  'added', 'agreements', 'alive', 'answeredOn', 'asOf', 'asked', 'assertedBy', 'assertedByText', 'at', 'attempts', 'band', 'baseType', 'basis', 'basisRank',
  'basisRankText', 'batch', 'bindingVersion', 'breakdownCounts', 'breakdownNames', 'by', 'calls', 'callsText', 'catalogueCodes', 'catalogueCodesText',
  'change', 'channel', 'channelText', 'checks', 'class', 'classText', 'clause', 'code', 'codeList', 'compared', 'comparison', 'condition',
  'confidence', 'confidenceText', 'confirmed', 'consumer', 'consumerKey', 'consumerRef', 'current', 'cycle', 'dataAuthority', 'dataAuthorityText', 'dataType',
  'day', 'days', 'decidedBy', 'definition', 'deliverAfter', 'delivery', 'deliveryAttempts', 'deliveryProblem', 'denial', 'department',
  'departmentKey', 'departmentRef', 'description', 'differed', 'digest', 'document', 'dryRun', 'due', 'dueCertain', 'edge', 'element',
  'elementAwaited', 'elementKey', 'elementRef', 'endedAt', 'endedOn', 'evaluations', 'evidence', 'exceptBasis', 'exceptReason', 'exceptUntil',
  'exemptBasis', 'exemptUntil', 'exemption', 'expected', 'expiresOn', 'expiresOnText', 'field', 'fieldKey', 'fieldRef', 'fields', 'filedAt',
  'filedBy', 'filedOn', 'filedTo', 'findings', 'finishedAt', 'firstSeen', 'form', 'format', 'foundOn', 'frequency', 'fresh', 'from', 'fromField',
  'fromResource', 'gone', 'grade', 'grantedOn', 'grantedOnText', 'graph', 'ground', 'groundText', 'guidedBy', 'guidedByKey', 'guidedByRef', 'held',
  'hit', 'holder', 'home', 'identifier', 'identifying', 'identifyingText', 'issuedAt', 'issuedBy', 'key', 'kind', 'last', 'lastCalledOn',
  'lastCalledOnText', 'lastSeen', 'lead', 'length', 'level', 'levelText', 'liability', 'library', 'line', 'locked', 'lookedFor', 'maxLength',
  'mended', 'mendedAt', 'message', 'method', 'minLength', 'missingAtOther', 'missingAtSource', 'much', 'name', 'nameKey', 'network', 'notSharedBasis',
  'note', 'number', 'objection', 'objections', 'ofLedger', 'office', 'on', 'onward', 'onwardText', 'open', 'openCondition', 'openKey', 'openText',
  'ordinal', 'outcome', 'outcomeReason', 'owner', 'ownerKey', 'owners', 'parent', 'parentKey', 'parentRef', 'physicalName', 'place', 'population',
  'present', 'problem', 'process', 'progress', 'proposal',
  'provider', 'providerKey', 'providerRef', 'published', 'publishedText', 'purpose', 'qualifier', 'question', 'raiserKey', 'rating', 'reason',
  'receivedOn', 'recurred', 'reference', 'region', 'regionKey', 'regionRef', 'rejectedElements', 'remark', 'remedy', 'report', 'required',
  'requiredText', 'resource', 'resourceKey', 'resourceRef', 'respondent', 'respondentKey', 'rhythm', 'role', 'row', 'rule', 'ruleKey', 'rules', 'run',
  'runs', 'saved', 'scale', 'scope', 'score', 'searchInitials', 'searchText', 'secret', 'secretText', 'sensitivity', 'sentence', 'sequence',
  'settlement', 'settlements', 'severity', 'severityRank', 'sharing', 'sharingMethod', 'sharingText', 'shortName', 'shown', 'signals', 'stale',
  'standard', 'startedAt', 'state', 'stateText', 'states', 'status', 'statusText', 'subject', 'subjectKey', 'submissionsPerYear',
  'submissionsPerYearText', 'successor', 'successorKey', 'successorRef', 'suggestion', 'summary', 'synonyms', 'synonymsText', 'system', 'systemKey',
  'systemRef', 'systems', 'text', 'through', 'to', 'todo', 'tolerance', 'touched', 'trigger', 'understoodAs', 'undescribed', 'unitCode', 'unitKey',
  'units', 'until', 'upTo', 'updated', 'updatedText', 'uscc', 'validFrom', 'validFromText', 'validTo', 'validToText', 'validUntil', 'version',
  'vertical', 'verticalText', 'why', 'withdrawnAt', 'withdrawnBy', 'withdrawnFor', 'within', 'workingDays'
] AS property
CALL db.createProperty(property)
RETURN labels, types, count(*) AS properties
