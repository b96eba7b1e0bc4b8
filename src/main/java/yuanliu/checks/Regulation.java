package yuanliu.checks;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.checks.rules.CatalogueRules;
import yuanliu.checks.rules.Clocks;
import yuanliu.checks.rules.Terms;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Codes;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What the rules go by, for those who list and count what the rules judge: so that a list and a check never disagree.
@Component
public class Regulation {

    private final CheckRuns runs;
    private final Checks checks;
    private final Survey survey;
    private final Today today;

    Regulation(CheckRuns runs, Checks checks, Survey survey, Today today) {
        this.runs = runs;
        this.checks = checks;
        this.survey = survey;
        this.today = today;
    }

    /// As it is set now: one look is true to itself.
    public Settings settings() {
        return new Settings(runs.terms());
    }

    /// What the last run found by a rule of the regulation and is there, the heaviest first, then by code.
    ///
    /// @param department code of a department that answers for it; null for all
    /// @param region     code of the region in which such a department lies, or below; null for all
    @Transactional(readOnly = true)
    public Page<ComplianceCheck> found(
            String rule, @Nullable String department, @Nullable String region, Window window) {
        var filter = new ComplianceCheckFilter(List.of(rule), null, null, department, region, null, null);
        return checks.page(ComplianceCheckFilter.asked(filter), window).map(ComplianceCheck.class::cast);
    }

    /// Every term of the regulation that runs, or has run, as it stands today.
    @Transactional(readOnly = true)
    public List<RunningTerm> runningTerms() {
        var facts = survey.terms(today.date(), runs.terms());
        return Clocks.all(facts).stream().map(Regulation::shown).toList();
    }

    private static RunningTerm shown(Clocks.Running one) {
        var rule = one.kind().rule();
        var responsible = one.responsible();
        var filed = one.thing().filed();
        return new RunningTerm(
                RunningTerm.Kind.valueOf(one.kind().name()),
                rule.name(),
                rule.article(),
                one.thing().label(),
                one.thing().key(),
                responsible == null ? null : responsible.key(),
                one.from(),
                one.due(),
                one.certain(),
                one.done(),
                one.term(),
                one.days(),
                one.late(),
                filed == null ? null : filed.batch(),
                filed == null ? null : filed.row());
    }

    /// A term that runs for one entry, agreement or objection, or has run.
    ///
    /// @param rule        by which what is late is reported
    /// @param label       of the thing: DataResource, SharingAgreement or Objection
    /// @param responsible key of the department that has to act; null when it is not known
    /// @param due         the last day of the term
    /// @param dueCertain  whether every year that was counted through has its calendar of holidays
    /// @param done        when it was done; null while it is not
    /// @param term        how many working days it has, extensions included
    /// @param days        how many working days it took, or has taken so far
    /// @param late        whether it was done after the term, or is not done and the term is over
    /// @param filing      the filing that last changed the thing, and
    /// @param row         its row there
    public record RunningTerm(
            Kind kind,
            String rule,
            String article,
            String label,
            String key,
            @Nullable String responsible,
            LocalDate from,
            LocalDate due,
            boolean dueCertain,
            @Nullable LocalDate done,
            int term,
            int days,
            boolean late,
            @Nullable String filing,
            @Nullable Long row) {

        /// What is to be done in time.
        public enum Kind {
            CATALOGUE_REVIEW,
            CATALOGUE_UPDATE,
            REPLY_UNCONDITIONAL,
            REPLY_CONDITIONAL,
            DELIVERY,
            VERIFICATION;

            /// In Chinese.
            public String word() {
                return Clocks.Kind.valueOf(name()).word();
            }
        }
    }

    /// Within how many working days a doubt about shared data is answered: 校核答复 of `terms.csv` (Article 26).
    public int workingDaysToVerify() {
        return runs.terms().workingDaysToVerify();
    }

    /// The units of some that `must-verify.csv` lists.
    public Set<SourceUnit> mustBeVerified(Collection<SourceUnit> units) {
        var terms = runs.terms();
        return units.stream().filter(terms::mustBeVerified).collect(toSet());
    }

    /// How a basis for not sharing stands to Articles 14 and 15 of the regulation.
    public enum Withholding {
        /// A law, an administrative regulation or a decision of the State Council says so.
        LAWFUL,
        /// What is named ranks lower.
        RANK_TOO_LOW,
        /// Nothing is named.
        NO_BASIS
    }

    /// What the rules leave open.
    public static final class Settings {

        private final Terms terms;

        private Settings(Terms terms) {
            this.terms = terms;
        }

        /// Within how many days of the last update the next is due; null when a cycle cannot be counted.
        public @Nullable Long cycleDays(@Nullable String cycle) {
            return cycle == null ? null : terms.daysOf(cycle);
        }

        /// Whether a channel is the platform for sharing.
        public boolean isPlatform(String channel) {
            return terms.isPlatform(channel);
        }

        public Withholding withholding(@Nullable String basis, @Nullable String rank) {
            return basis == null || basis.isBlank()
                    ? Withholding.NO_BASIS
                    : CatalogueRules.lawful(basis, rank == null ? "" : rank, terms)
                            ? Withholding.LAWFUL
                            : Withholding.RANK_TOO_LOW;
        }

        /// What the contribution plan has a library hold, in the plan's order; empty when it has no plan.
        public List<Contribution> plan(String library) {
            return terms.plan().getOrDefault(Codes.key(library), List.of()).stream()
                    .map(Contribution::new)
                    .toList();
        }
    }

    /// That a line contributes an element to a base library (贡献计划).
    public static final class Contribution {

        private final Terms.Planned planned;

        private Contribution(Terms.Planned planned) {
            this.planned = planned;
        }

        /// The element as the plan names it: by code, name, identifier or synonym.
        public String element() {
            return planned.element();
        }

        /// Whose datum; empty for any.
        public String subject() {
            return planned.subject();
        }

        /// Which line contributes it, as people call it; empty where the plan does not say.
        public String contributor() {
            return planned.contributor();
        }

        public boolean fits(SourceUnit unit) {
            var element = unit.element();
            return unit.qualifier() == null
                    && planned.fits(element.code(), element.name(), element.synonyms(), unit.subject());
        }
    }
}
