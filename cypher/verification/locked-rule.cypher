// Nobody else changes a rule, or files anything of it, before this transaction has ended.
// $key  the rule's key
MATCH (rule:VerificationRule {key: $key})
SET rule.locked = true
REMOVE rule.locked
