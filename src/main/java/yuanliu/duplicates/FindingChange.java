package yuanliu.duplicates;

import static java.util.stream.Collectors.joining;

import java.util.List;
import yuanliu.web.Today;

/// What comes of doing something with a finding: it is changed, or it stays as it is and the refusal says why.
sealed interface FindingChange {

    record FindingChanged(DuplicateFinding finding) implements FindingChange {}

    /// That a finding was left as it is.
    sealed interface FindingRefused extends FindingChange {

        /// As it is now.
        DuplicateFinding finding();

        /// Stable, for machines.
        String code();

        /// In Chinese, for people.
        String message();
    }

    record IllegalTransition(DuplicateFinding finding, FindingAction refused) implements FindingRefused {

        @Override
        public String code() {
            return "ILLEGAL_TRANSITION";
        }

        @Override
        public String message() {
            var possible = possible();
            return "疑点现为“%s”，不能%s；现在可以：%s"
                    .formatted(
                            finding.state().word(),
                            refused.word(),
                            possible.stream().map(FindingAction::word).collect(joining("、")));
        }

        public List<FindingAction> possible() {
            return FindingAction.possibleIn(finding.state());
        }
    }

    /// @param seen the version that the asker had before their eyes
    record StaleVersion(DuplicateFinding finding, long seen) implements FindingRefused {

        @Override
        public String code() {
            return "STALE_VERSION";
        }

        @Override
        public String message() {
            return "疑点已是第%d版（%s），您看到的是第%d版；请重读后再改"
                    .formatted(finding.version(), finding.state().word(), seen);
        }
    }

    record StillDetected(DuplicateFinding finding) implements FindingRefused {

        @Override
        public String code() {
            return "STILL_DETECTED";
        }

        @Override
        public String message() {
            return "%s的检测仍检出该疑点，不能销号；请完成整改并申报变更后的目录，检测不再检出后再销号"
                    .formatted(finding.lastSeen().atZoneSameInstant(Today.ZONE).toLocalDate());
        }
    }
}
