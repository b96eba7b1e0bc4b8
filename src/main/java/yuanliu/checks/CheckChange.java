package yuanliu.checks;

/// What comes of doing something with a check: it is changed, or it stays as it is and the refusal says why.
sealed interface CheckChange {

    record CheckChanged(Check check) implements CheckChange {}

    /// That a check was left as it is.
    sealed interface CheckRefused extends CheckChange {

        /// As it is now.
        Check check();

        /// Stable, for machines.
        String code();

        /// In Chinese, for people.
        String message();
    }

    /// @param seen the version that the asker had before their eyes
    record StaleCheck(Check check, long seen) implements CheckRefused {

        @Override
        public String code() {
            return "STALE_VERSION";
        }

        @Override
        public String message() {
            return "检查结果已是第%d版（%s），您看到的是第%d版；请重读后再改"
                    .formatted(check.version(), check.state().word(), seen);
        }
    }

    /// @param wanted the state in which it could have been done
    record CheckInOtherState(Check check, CheckState wanted) implements CheckRefused {

        @Override
        public String code() {
            return "ILLEGAL_TRANSITION";
        }

        @Override
        public String message() {
            return wanted == CheckState.EXCEPTED
                    ? "检查结果现为“%s”，没有例外可撤销".formatted(check.state().word())
                    : "检查结果现为“%s”，不必列为例外".formatted(check.state().word());
        }
    }
}
