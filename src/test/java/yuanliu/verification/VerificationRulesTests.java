package yuanliu.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.verification.RuleChange.VerificationRuleChanged;
import yuanliu.verification.RunChange.VerificationRunFiled;
import yuanliu.verification.VerificationRules.RuleFilter;
import yuanliu.web.BadRequest;
import yuanliu.web.NotThere;
import yuanliu.web.Window;

class VerificationRulesTests extends GivenVerified {

    @Autowired
    private VerificationRuns runs;

    @Test
    void aRuleIsSetChangedAndEndedAndEveryVersionIsKept() {
        var rule = set("B", "RB#手机");
        assertThat(rule.code()).isEqualTo("校核:E1/自然人:1");
        assertThat(rule.inForce()).isTrue();

        var changed = change(rule, 1, 0.1, null);
        assertThat(changed).isInstanceOf(VerificationRuleChanged.class);
        assertThat(now(rule).tolerance()).isEqualTo(0.1);
        assertThat(now(rule).text()).isEqualTo("号码一致");
        var ended = rules.end(move(rule, 2, null, "校核方系统下线"));

        assertThat(((VerificationRuleChanged) ended).rule().inForce()).isFalse();
        assertThat(some(rules.steps(List.of(now(rule))).get(now(rule))))
                .extracting(step -> step.number() + step.action().name() + step.tolerance() + step.validUntil())
                .containsExactly("1SET0.05null", "2CHANGE0.1null", "3END0.1" + today.date());
        refused(change(rule, 3, 0.2, null), "RULE_ENDED");
        refused(rules.set(rule("B", "RB#手机")), "ALREADY_SET");
        assertThat(((VerificationRuleChanged) rules.set(rule("B", "RB#手机", today.date())))
                        .rule()
                        .code())
                .isEqualTo("校核:E1/自然人:2");
    }

    @Test
    void aSourceIsNotHeldAgainstItselfNorAgainstItsCopies() {
        refused(rules.set(rule("A", null)), "SOURCE_ITSELF");
        refused(rules.set(rule("A", "RA#电话")), "SOURCE_ITSELF");
        refused(rules.set(rule("B", "RB#备注")), "NOT_OF_THE_UNIT");
        var copy = refused(rules.set(rule("C", "RC#电话")), "COPY_OF_THE_SOURCE");

        assertThat(some(copy.path()).length()).isEqualTo(2);
        assertThat(copy.message()).contains("丙表.电话", "甲表.电话");
        assertThat(rules.page(RuleFilter.ALL, Window.of("x", null, null)).getTotalCount())
                .isZero();
    }

    @Test
    void whoBecomesACopyLaterIsToldToBeOne() {
        set("B", "RB#手机");
        set("C", null);
        set("D", null);
        assertThat(independences())
                .containsEntry("B", "INDEPENDENT")
                .containsEntry("C", "COPY")
                .containsEntry("D", "SAME_LINE");

        given("""
                MATCH (b:DataField {key: 'RB#手机'}), (a:DataField {key: 'RA#电话'})
                CREATE (b)-[:DERIVED_FROM {edge: '3', activity: '交换', by: '人工', batch: 'F2', filedOn: date('2020-01-01'), validFrom: date('2020-01-01')}]->(a)
                """);

        assertThat(independences()).containsEntry("B", "COPY");
    }

    private TreeMap<String, String> independences() {
        var told = new TreeMap<String, String>();
        api.document("{ verificationRules { nodes { department { code } independence } } }")
                .execute()
                .path("verificationRules.nodes")
                .entityList(Told.class)
                .get()
                .forEach(one -> told.put(one.department().code(), one.independence()));
        return told;
    }

    record Told(Code department, String independence) {
        record Code(String code) {}
    }

    @Test
    void aRuleMayNameAResourceOrASystemOfTheDepartment() {
        var move = new RuleMove(
                UNIT,
                null,
                null,
                "数据局",
                null,
                null,
                null,
                "SB",
                Comparison.DATE_WITHIN,
                3,
                "相差三天以内",
                Rhythm.DAILY,
                null,
                null,
                null,
                null,
                null,
                null);
        var rule = ((VerificationRuleChanged) rules.set(move)).rule();

        assertThat(rule.department().code()).isEqualTo("B");
        assertThat(some(rule.against()).code()).isEqualTo("SB");
        assertThat(rule.validFrom()).isEqualTo(today.date());
        refused(rules.set(move), "ALREADY_SET");
        assertThatThrownBy(() -> rules.set(rule("C", "RB#手机")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("乙局");
    }

    @Test
    void whatIsLeftOutOrNotThereIsSaid() {
        assertThatThrownBy(() -> rules.set(rule("X", null))).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> rules.set(rule("B", "RB#无"))).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> rules.change(move(set("B", null), 1, 2.0, "x")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("tolerance");
        refused(rules.change(move(now("B"), 0, 0.1, "x")), "STALE_VERSION");
        refused(rules.change(move(now("B"), 1, 0.1, "见13800138000")), "PERSONAL_DATA");
    }

    @Test
    void ofTwoWhoSetTheSameAtOnceOneIsRefused() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var once = List.<Callable<RuleChange>>of(
                    () -> rules.set(rule("B", "RB#手机")), () -> rules.set(rule("B", "RB#手机")));
            var changes = new ArrayList<RuleChange>();
            for (var one : both.invokeAll(once)) {
                changes.add(one.get());
            }

            assertThat(changes)
                    .filteredOn(VerificationRuleChanged.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void aRunFiledTwiceCountsOnceAndAnotherUnderItsIdIsRefused() {
        var rule = set("B", "RB#手机");
        var day = today.date().minusDays(1);

        var first = (VerificationRunFiled) runs.file(run(rule, "R1", day, 100, 3));
        var again = (VerificationRunFiled) runs.file(run(rule, " R1 ", day, 100, 3));
        refused(runs.file(run(rule, "R1", day, 100, 4)), "RUN_DIFFERS");

        assertThat(first.again()).isFalse();
        assertThat(again.again()).isTrue();
        assertThat(rates(rule, RatePeriod.DAY)).containsExactly(day + " 1 3/100");
        refused(runs.file(run(rule, "R0", LONG_AGO.minusDays(1), 1, 0)), "NOT_IN_FORCE");
        assertThatThrownBy(() -> runs.file(run(rule, "R2", day, 2, 3)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("合计多于");
    }

    @Test
    void theLastRunTellsWhetherTooMuchDisagreesAndWhetherTheNextIsOverdue() {
        var rule = set("B", "RB#手机");
        assertThat(now(rule).overTolerance()).isNull();
        assertThat(now(rule).overdue()).isTrue();

        runs.file(run(rule, "old", today.date().minusMonths(3), 100, 50));
        assertThat(now(rule).overTolerance()).isTrue();
        assertThat(now(rule).overdue()).isTrue();
        runs.file(run(rule, "new", today.date().minusMonths(1), 100, 5));
        assertThat(now(rule).overTolerance()).isFalse();
        assertThat(now(rule).overdue()).isFalse();
        assertThat(listed(true)).isEmpty();
        assertThat(rules.page(
                                new RuleFilter(
                                        UNIT,
                                        "B",
                                        true,
                                        true,
                                        null,
                                        today.date().plusDays(5)),
                                Window.of("x", null, null))
                        .getTotalCount())
                .isEqualTo(1);

        runs.withdraw(rule.code(), "new", "乙局", "报错");
        assertThat(now(rule).overdue()).isTrue();
        assertThat(listed(true)).containsExactly(rule.code());
        assertThat(rates(rule, RatePeriod.QUARTER)).hasSize(1);
    }

    private List<String> listed(boolean overdue) {
        return rules
                .page(new RuleFilter(null, null, null, overdue, null, null), Window.of("x", null, null))
                .getNodes()
                .stream()
                .map(VerificationRule::code)
                .toList();
    }

    /// Whatever is filed: by days, months and quarters the same is counted, once.
    @Test
    void ratesOverTimeAddUpToWhatWasFiled() {
        var rule = set("B", "RB#手机");
        var random = new Random(7);
        var compared = 0L;
        var differed = 0L;
        var byMonth = new TreeMap<LocalDate, Long>();
        for (int i = 0; i < 60; i++) {
            var day = today.date().minusDays(random.nextInt(300));
            var of = 1 + random.nextInt(1000);
            var some = random.nextInt(of + 1);
            var atSource = random.nextInt(of - some + 1);
            runs.file(new RunMove(rule.code(), "run" + i, day, of, some, (long) atSource, 0L, List.of(), "乙局", null));
            compared += of;
            differed += some + atSource;
            byMonth.merge(day.withDayOfMonth(1), (long) of, Long::sum);
        }
        for (var by : RatePeriod.values()) {
            var rates = rates(List.of(rule), by);
            assertThat(rates.stream().mapToLong(MismatchRate::compared).sum()).isEqualTo(compared);
            assertThat(rates.stream().mapToLong(MismatchRate::mismatched).sum()).isEqualTo(differed);
            assertThat(rates.stream().mapToInt(MismatchRate::runs).sum()).isEqualTo(60);
            assertThat(rates).isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
        }
        assertThat(rates(List.of(rule), RatePeriod.MONTH))
                .extracting(rate -> rate.from() + "=" + rate.compared())
                .containsExactlyElementsOf(
                        byMonth.entrySet().stream().map(Object::toString).toList());
    }

    private List<String> rates(VerificationRule rule, RatePeriod by) {
        return rates(List.of(rule), by).stream()
                .map(rate -> rate.from() + " " + rate.runs() + " " + rate.mismatched() + "/" + rate.compared())
                .toList();
    }

    private List<MismatchRate> rates(List<VerificationRule> some, RatePeriod by) {
        var asked = RatesAsked.of(some.stream().map(VerificationRule::key).toList(), null, null, by, today.date());
        return some(runs.rates(List.of(asked)).get(asked));
    }

    @Test
    void everythingIsThereAgainWhenAUnitWasGoneAndIsFiledAnew() {
        var rule = set("B", "RB#手机");
        runs.file(run(rule, "R1", today.date(), 10, 1));
        given("MATCH (u:SourceUnit {key: 'E1/自然人'}) DETACH DELETE u");
        api.document("{ verificationRules { nodes { unit { code } unitCode } } }")
                .execute()
                .path("verificationRules.nodes[0].unit")
                .valueIsNull();

        given("MATCH (f:DataField) SET f.stale = true");
        staleUnits.refresh();

        api.document(
                        "{ sourceUnit(element: \"E1\") { verification { rules { code } rates(by: DAY) { mismatched } } } }")
                .execute()
                .path("sourceUnit.verification.rules[0].code")
                .entity(String.class)
                .isEqualTo(rule.code())
                .path("sourceUnit.verification.rates[0].mismatched")
                .entity(Long.class)
                .isEqualTo(1L);
    }

    @Test
    void whatIsSuggestedIsFoundInTheSourcesRegionAndIsNotInForceByItself() {
        given("MATCH (d:Designation) SET d['x_校核来源'] = '乙局、外省厅、丙局'");
        given("MATCH (f:DataField {key: 'RB#手机'}) SET f.acquisition = '核验'");
        assertThat(suggested())
                .containsExactly(
                        "FILED 乙局 [B] [RB#手机] false",
                        "FILED 外省厅 [] [] false",
                        "FILED 丙局 [C] [] false",
                        "HOLDER 乙局 [B] [RB#手机] false");
        assertThat(rules.page(RuleFilter.ALL, Window.of("x", null, null)).getTotalCount())
                .isZero();

        set("B", null);

        assertThat(suggested()).contains("FILED 乙局 [B] [RB#手机] true", "HOLDER 乙局 [B] [RB#手机] true");
    }

    private List<String> suggested() {
        return api
                .document("""
                        { sourceUnit(element: "E1") { verification { suggested { ground word adopted departments { code } fields { code } } } } }
                        """)
                .execute()
                .path("sourceUnit.verification.suggested")
                .entityList(Suggested.class)
                .get()
                .stream()
                .map(one -> "%s %s %s %s %s"
                        .formatted(
                                one.ground(),
                                one.word(),
                                one.departments().stream().map(Told.Code::code).toList(),
                                one.fields().stream().map(Told.Code::code).toList(),
                                one.adopted()))
                .toList();
    }

    record Suggested(
            String ground, String word, boolean adopted, List<Told.Code> departments, List<Told.Code> fields) {}

    private VerificationRule now(String department) {
        return rules.page(new RuleFilter(UNIT, department, null, null, null, null), Window.of("x", null, null))
                .getNodes()
                .getFirst();
    }

    private RuleChange change(VerificationRule rule, long version, double tolerance, @Nullable String reason) {
        return rules.change(move(rule, version, tolerance, reason == null ? "放宽" : reason));
    }

    private static RuleMove move(VerificationRule rule, long version, @Nullable Double tolerance, String reason) {
        return new RuleMove(
                null,
                rule.code(),
                version,
                "数据局",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tolerance,
                null,
                null,
                null,
                reason,
                null);
    }

    private static VerificationRefused refused(Object change, String code) {
        assertThat(change).isInstanceOf(VerificationRefused.class);
        var refused = (VerificationRefused) change;
        assertThat(refused.code()).isEqualTo(code);
        return refused;
    }
}
