package yuanliu.verification;

/// What comes of setting, changing or ending a rule.
sealed interface RuleChange permits RuleChange.VerificationRuleChanged, VerificationRefused {

    record VerificationRuleChanged(VerificationRule rule) implements RuleChange {}
}
