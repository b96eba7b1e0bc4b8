package yuanliu.checks.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.Facts.Agreement;
import yuanliu.checks.rules.Facts.Department;
import yuanliu.checks.rules.Facts.Objection;
import yuanliu.checks.rules.Facts.Owner;
import yuanliu.checks.rules.Facts.Thing;
import yuanliu.checks.rules.Terms.Term;

/// The terms that the regulation sets, each as it runs for one entry, agreement or objection: the rules that report
/// what is late and the table of terms go by the same. Most days stand in columns that the package's format does not
/// know, and that are kept with the row.
public final class Clocks {

    static final String REASON_CHANGED = "依据变更日期";
    static final String ENTRY_CHANGED = "目录变更日期";
    static final String ENTRY_EXTENDED = "延期批准日期";
    static final String SUBMITTED = "提交审核日期";
    static final String ASKED = "申请日期";
    static final String ANSWERED = "答复日期";
    static final String ANSWER_EXTENDED = "答复延期批准日期";
    static final String AGREED = "同意日期";
    static final String DELIVERED = "提供日期";
    static final String DOUBTED = "校核申请日期";
    static final String VERIFIED = "校核答复日期";

    private Clocks() {}

    /// What is to be done in time, by which article.
    public enum Kind {
        CATALOGUE_REVIEW(Rule.R16, "目录审核发布"),
        CATALOGUE_UPDATE(Rule.R17, "目录更新"),
        REPLY_UNCONDITIONAL(Rule.R21A, "答复无条件共享"),
        REPLY_CONDITIONAL(Rule.R21A, "答复有条件共享"),
        DELIVERY(Rule.R22, "提供数据"),
        VERIFICATION(Rule.R26, "校核答复");

        private final Rule rule;
        private final String word;

        Kind(Rule rule, String word) {
            this.rule = rule;
            this.word = word;
        }

        public Rule rule() {
            return rule;
        }

        public String word() {
            return word;
        }
    }

    /// A term that runs, or has run.
    ///
    /// @param responsible who has to do it; null when that is not known
    /// @param term        in working days, extensions included
    public record Running(Kind kind, Thing thing, @Nullable Department responsible, Clock clock, int term) {

        public LocalDate from() {
            return clock.from();
        }

        public LocalDate due() {
            return clock.due();
        }

        public @Nullable LocalDate done() {
            return clock.done();
        }

        /// How many working days it took, or has taken so far.
        public int days() {
            return clock.days();
        }

        public boolean late() {
            return clock.late();
        }

        /// Whether every year that was counted through has its calendar.
        public boolean certain() {
            return clock.certain();
        }
    }

    /// Every term of every entry, agreement and objection.
    public static List<Running> all(Facts facts) {
        var all = new ArrayList<Running>();
        facts.all(Subject.DATA_RESOURCE).forEach(thing -> {
            var resource = (Owner) thing;
            add(all, review(resource, facts));
            add(all, update(resource, facts));
        });
        facts.all(Subject.SHARING_AGREEMENT).forEach(thing -> {
            var agreement = (Agreement) thing;
            add(all, reply(agreement, facts));
            add(all, delivery(agreement, facts));
            add(all, verification(agreement, facts));
        });
        facts.all(Subject.OBJECTION).forEach(thing -> add(all, objection((Objection) thing, facts)));
        return all;
    }

    private static void add(List<Running> all, @Nullable Running one) {
        if (one != null) {
            all.add(one);
        }
    }

    static @Nullable Running review(Owner resource, Facts facts) {
        var submitted = resource.cells().extraDay(SUBMITTED);
        return running(
                Kind.CATALOGUE_REVIEW,
                resource,
                resource.department(),
                submitted,
                resource.cells().date("published"),
                facts.terms().number(Term.CATALOGUE_REVIEW),
                facts);
    }

    static @Nullable Running update(Owner resource, Facts facts) {
        var from = resource.cells().extraDay(REASON_CHANGED);
        if (from == null) {
            return null;
        }
        var days = facts.terms().number(Term.CATALOGUE_UPDATE);
        var granted = inTime(resource.cells().extraDay(ENTRY_EXTENDED), from, days, facts);
        return running(
                Kind.CATALOGUE_UPDATE,
                resource,
                resource.department(),
                from,
                resource.cells().extraDay(ENTRY_CHANGED),
                granted ? days + facts.terms().number(Term.CATALOGUE_EXTENSION) : days,
                facts);
    }

    static @Nullable Running reply(Agreement agreement, Facts facts) {
        var asked = agreement.cells().extraDay(ASKED);
        if (asked == null) {
            return null;
        }
        var given = agreement.cells().extraDay(ANSWERED);
        var unconditional = "无条件共享".equals(agreement.resource().sharing());
        var days = facts.terms().number(unconditional ? Term.REPLY_UNCONDITIONAL : Term.REPLY_CONDITIONAL);
        var granted = inTime(agreement.cells().extraDay(ANSWER_EXTENDED), asked, days, facts);
        return running(
                unconditional ? Kind.REPLY_UNCONDITIONAL : Kind.REPLY_CONDITIONAL,
                agreement,
                agreement.resource().department(),
                asked,
                given == null ? agreement.cells().date("grantedOn") : given,
                granted ? days + facts.terms().number(Term.REPLY_EXTENSION) : days,
                facts);
    }

    static @Nullable Running delivery(Agreement agreement, Facts facts) {
        var delivered = agreement.cells().extraDay(DELIVERED);
        var calls = agreement.cells().number("calls");
        return delivered == null && calls != null && calls > 0
                ? null
                : running(
                        Kind.DELIVERY,
                        agreement,
                        agreement.resource().department(),
                        agreement.cells().extraDay(AGREED),
                        delivered,
                        facts.terms().number(Term.DELIVERY),
                        facts);
    }

    static @Nullable Running verification(Agreement agreement, Facts facts) {
        return running(
                Kind.VERIFICATION,
                agreement,
                agreement.resource().department(),
                agreement.cells().extraDay(DOUBTED),
                agreement.cells().extraDay(VERIFIED),
                facts.terms().number(Term.VERIFICATION),
                facts);
    }

    /// Answered is also what was not accepted; what was taken back is nobody's to answer any more, and is not asked of.
    static @Nullable Running objection(Objection objection, Facts facts) {
        return running(
                Kind.VERIFICATION,
                objection,
                objection.respondent(),
                objection.received(),
                objection.answered(),
                facts.terms().number(Term.VERIFICATION),
                facts);
    }

    /// An extension counts when it was granted within the term.
    static boolean inTime(@Nullable LocalDate extended, LocalDate from, int days, Facts facts) {
        return extended != null
                && !extended.isAfter(facts.workdays().after(from, days).date());
    }

    /// What was done before it could be is no answer to it: such days say nothing.
    private static @Nullable Running running(
            Kind kind,
            Thing thing,
            @Nullable Department responsible,
            @Nullable LocalDate from,
            @Nullable LocalDate done,
            int term,
            Facts facts) {
        return from == null || done != null && done.isBefore(from)
                ? null
                : new Running(kind, thing, responsible, Clock.of(facts, from, done, term), term);
    }
}
