package yuanliu.ownership;

import static java.util.stream.Collectors.joining;

import java.util.List;
import yuanliu.catalog.Department;

/// What comes of a step on the way to a unit's source: it is taken, or the refusal says why not.
sealed interface SourceCaseChange {

    /// @param sourceCase as it is after the step
    record SourceCaseChanged(SourceUnit unit, SourceCase sourceCase) implements SourceCaseChange {}

    /// That nothing was changed.
    sealed interface SourceCaseRefused extends SourceCaseChange {

        /// The case as it is now.
        SourceCase sourceCase();

        /// Its unit.
        default SourceUnit unit() {
            return sourceCase().unit();
        }

        /// Stable, for machines.
        String code();

        /// In Chinese, for people.
        String message();
    }

    record IllegalSourceStep(SourceCase sourceCase, CaseAction action) implements SourceCaseRefused {

        @Override
        public String code() {
            return "ILLEGAL_TRANSITION";
        }

        @Override
        public String message() {
            return "单元的认责现为“%s”，不能%s；现在可以：%s"
                    .formatted(
                            sourceCase.state().word(),
                            action.word(),
                            possible().stream().map(CaseAction::word).collect(joining("、")));
        }

        public List<CaseAction> possible() {
            return sourceCase.possible();
        }
    }

    /// @param seen the version that the asker had before their eyes
    record StaleSourceCase(SourceCase sourceCase, long seen) implements SourceCaseRefused {

        @Override
        public String code() {
            return "STALE_VERSION";
        }

        @Override
        public String message() {
            return "该单元的认责已是第%d版（%s），您看到的是第%d版；请重读后再办"
                    .formatted(sourceCase.version(), sourceCase.state().word(), seen);
        }
    }

    /// Only who was asked can claim or deny.
    record NotAsked(SourceCase sourceCase, Department department) implements SourceCaseRefused {

        @Override
        public String code() {
            return "NOT_ASKED";
        }

        @Override
        public String message() {
            return "“%s”没有被派发认责，请先派发".formatted(department.name());
        }
    }

    /// Nobody collects or generates it.
    record NoCandidate(SourceCase sourceCase) implements SourceCaseRefused {

        @Override
        public String code() {
            return "NO_CANDIDATE";
        }

        @Override
        public String message() {
            return "没有部门采集或产生“%s”，无从建议".formatted(unit().name());
        }
    }

    /// The authority names somebody who has not claimed it, and does not say why.
    record NotClaimed(SourceCase sourceCase, Department department) implements SourceCaseRefused {

        @Override
        public String code() {
            return "NOT_CLAIMED";
        }

        @Override
        public String message() {
            return "“%s”没有认领；指定由其负责的，请在 reason 中写明理由".formatted(department.name());
        }
    }
}
