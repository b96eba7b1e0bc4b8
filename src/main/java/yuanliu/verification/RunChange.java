package yuanliu.verification;

/// What comes of filing a run.
sealed interface RunChange permits RunChange.VerificationRunFiled, VerificationRefused {

    /// @param again whether the same was filed before, so that nothing was changed
    record VerificationRunFiled(VerificationRun run, VerificationRule rule, boolean again) implements RunChange {}
}
