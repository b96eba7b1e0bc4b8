package yuanliu.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.verification.Discrepancies.DiscrepancyFilter;
import yuanliu.verification.Discrepancies.Found;
import yuanliu.verification.Discrepancies.FoundMove;
import yuanliu.verification.Discrepancies.SettleMove;
import yuanliu.verification.DiscrepanciesChange.DiscrepanciesDone;
import yuanliu.verification.DiscrepanciesChange.Entry;
import yuanliu.verification.DiscrepanciesChange.Fate;
import yuanliu.verification.ObjectionChange.ObjectionChanged;
import yuanliu.verification.Objections.ObjectionFilter;
import yuanliu.web.BadRequest;
import yuanliu.web.NotThere;
import yuanliu.web.Window;
import yuanliu.workdays.Workdays;

class ObjectionsTests extends GivenVerified {

    @Autowired
    private Objections objections;

    @Autowired
    private Discrepancies discrepancies;

    @Autowired
    private Workdays workdays;

    @Test
    void anObjectionGoesFromRaisedToRatedAndEveryStepIsKept() {
        var raised = raise("RA#电话", "E", today.date(), List.of());
        assertThat(raised.department().name()).isEqualTo("甲局");
        assertThat(raised.unitKey()).isEqualTo(UNIT);
        assertThat(raised.name()).isEqualTo("对“甲表.电话”的异议");

        step(ObjectionAction.ACCEPT, raised, null);
        step(ObjectionAction.START, now(raised), null);
        var settled = take(ObjectionAction.SETTLE, move(now(raised), ObjectionOutcome.CORRECTED, null, null, null));
        var rated = take(
                ObjectionAction.RATE,
                new ObjectionMove(
                        raised.code(),
                        4L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Rating.SATISFIED,
                        "戊局",
                        null,
                        null));

        assertThat(settled.outcome()).isEqualTo(ObjectionOutcome.CORRECTED);
        assertThat(rated.state()).isEqualTo(ObjectionState.RATED);
        assertThat(rated.rating()).isEqualTo(Rating.SATISFIED);
        assertThat(rated.possible()).isEmpty();
        assertThat(some(objections.steps(List.of(rated)).get(rated)))
                .extracting(
                        step -> step.number() + step.action().word() + step.to().word())
                .containsExactly("1提出已提出", "2受理已受理", "3开始处理处理中", "4办结已处理", "5评价已评价");
    }

    @ParameterizedTest
    @CsvSource({
        // received on a Friday; Sunday the 28th is worked, and so is Saturday the 11th
        "2025-09-26, 2025-10-16",
        // received on a holiday: the first working day is the 9th
        "2025-10-01, 2025-10-21",
        // received on the Saturday that is worked
        "2025-10-11, 2025-10-24"
    })
    void theTermIsCountedInWorkingDaysFromReceipt(LocalDate received, LocalDate due) {
        var raised = raise("RA#电话", "E", received, List.of());

        assertThat(raised.due()).isEqualTo(due);
        assertThat(raised.dueCertain()).isTrue();
        assertThat(raised.overdue()).isTrue();
        assertThat(onDay(due).getFirst().overdue()).isFalse();
        assertThat(onDay(due).getFirst().workingDaysUsed()).isEqualTo(10);
        assertThat(onDay(due.plusDays(1)).getFirst().overdue()).isTrue();
        assertThat(overdueOn(due)).isEmpty();
        assertThat(overdueOn(due.plusDays(1))).containsExactly(raised.code());
    }

    @Test
    void whoAnswersOnTheLastDayIsInTimeAndADayLaterIsLate() {
        var received = LocalDate.of(2025, 10, 1);
        for (var late : List.of(false, true)) {
            var raised = raise("RA#电话", "E", received, List.of());
            var day = raised.due().plusDays(late ? 1 : 0);
            for (var action : List.of(ObjectionAction.ACCEPT, ObjectionAction.START)) {
                step(action, now(raised), day);
            }
            var settled =
                    take(ObjectionAction.SETTLE, move(now(raised), ObjectionOutcome.NOT_CORRECTED, day, "口径不同", null));

            assertThat(settled.answeredLate()).isEqualTo(late);
            assertThat(settled.overdue()).isFalse();
            assertThat(settled.workingDaysUsed()).isEqualTo(late ? 11 : 10);
        }
    }

    /// The list is parted by one day; each objection counts by itself. Both must say the same.
    @Test
    void theListOfTheOverdueIsThatOfThoseThatAreOverdue() {
        var random = new Random(26);
        for (int i = 0; i < 40; i++) {
            raise("RA#电话", "E", LocalDate.of(2025, 9, 1).plusDays(random.nextInt(200)), List.of());
        }
        for (int i = 0; i < 25; i++) {
            var day = LocalDate.of(2025, 9, 10).plusDays(random.nextInt(220));

            assertThat(overdueOn(day))
                    .isEqualTo(onDay(day).stream()
                            .filter(one ->
                                    workdays.after(one.receivedOn(), 10).date().isBefore(day))
                            .map(Objection::code)
                            .toList());
        }
    }

    @Test
    void anObjectionIsShownAsItStoodOnADay() {
        var raised = raise("RA#电话", "E", LocalDate.of(2025, 10, 9), List.of());
        step(ObjectionAction.ACCEPT, raised, LocalDate.of(2025, 10, 10));
        take(
                ObjectionAction.WITHDRAW,
                new ObjectionMove(
                        raised.code(),
                        2L,
                        null,
                        null,
                        null,
                        LocalDate.of(2025, 10, 20),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "戊局",
                        "看错了",
                        null));

        assertThat(onDay(LocalDate.of(2025, 10, 8))).isEmpty();
        assertThat(onDay(LocalDate.of(2025, 10, 9)).getFirst().state()).isEqualTo(ObjectionState.RAISED);
        assertThat(onDay(LocalDate.of(2025, 10, 15)).getFirst().state()).isEqualTo(ObjectionState.ACCEPTED);
        assertThat(onDay(LocalDate.of(2025, 10, 15)).getFirst().endedOn()).isNull();
        assertThat(onDay(LocalDate.of(2025, 10, 20)).getFirst().state()).isEqualTo(ObjectionState.WITHDRAWN);
        assertThat(overdueOn(LocalDate.of(2025, 11, 20))).isEmpty();
    }

    @Test
    void whatCannotBeDoneInAStateIsRefusedAndTellsWhatCan() {
        var raised = raise("RA#电话", "E", today.date(), List.of());
        for (var action : List.of(ObjectionAction.START, ObjectionAction.SETTLE, ObjectionAction.RATE)) {
            var refused = refused(
                    objections.move(action, move(raised, ObjectionOutcome.CORRECTED, null, "x", null)),
                    "ILLEGAL_TRANSITION");
            assertThat(refused.possible())
                    .containsExactly(ObjectionAction.ACCEPT, ObjectionAction.NOT_ACCEPT, ObjectionAction.WITHDRAW);
            assertThat(refused.message()).contains("已提出", action.word(), "受理");
        }
        step(ObjectionAction.ACCEPT, raised, null);
        refused(objections.move(ObjectionAction.START, move(raised, null, null, null, null)), "STALE_VERSION");
    }

    @Test
    void nobodyStaysWithWhatIsWrongWithoutSayingWhy() {
        var raised = raise("RA#电话", "E", today.date(), List.of());
        step(ObjectionAction.ACCEPT, raised, null);
        step(ObjectionAction.START, now(raised), null);

        assertThatThrownBy(() -> objections.move(
                        ObjectionAction.SETTLE, move(now(raised), ObjectionOutcome.NOT_CORRECTED, null, null, null)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("reason");
        assertThat(now(raised).state()).isEqualTo(ObjectionState.IN_PROGRESS);
    }

    @Test
    void whoProvidesItDoesNotObjectToItself() {
        refused(objections.raise(raising("RA#电话", "A", today.date(), List.of(), "不对")), "OWN_DATA");
        refused(
                objections.raise(raising("RA#电话", "E", today.date(), List.of(), "见11010519491231002X")),
                "PERSONAL_DATA");
        assertThatThrownBy(() -> raise("RA#无", "E", today.date(), List.of())).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> raise("RA#电话", "X", today.date(), List.of())).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> raise("RA#电话", "E", today.date().plusDays(1), List.of()))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void ofTwoWhoTakeAStepAtOnceOneIsRefusedAndCodesAreNeverTheSame() throws Exception {
        try (var both = Executors.newFixedThreadPool(4)) {
            var raising = new ArrayList<Callable<String>>();
            for (int i = 0; i < 8; i++) {
                raising.add(() -> raise("RA#电话", "E", today.date(), List.of()).code());
            }
            var codes = new ArrayList<String>();
            for (var one : both.invokeAll(raising)) {
                codes.add(one.get());
            }
            assertThat(codes).doesNotHaveDuplicates().hasSize(8);

            var raised = objections.find(codes.getFirst()).orElseThrow();
            var changes = new ArrayList<ObjectionChange>();
            for (var one : both.invokeAll(List.<Callable<ObjectionChange>>of(
                    () -> objections.move(ObjectionAction.ACCEPT, move(raised, null, null, null, null)),
                    () -> objections.move(ObjectionAction.NOT_ACCEPT, move(raised, null, null, "x", null))))) {
                changes.add(one.get());
            }
            assertThat(changes).filteredOn(ObjectionChanged.class::isInstance).hasSize(1);
        }
    }

    @Test
    void whatTheDoubtedDataReachesIsToldByLineageAndByAgreement() {
        var raised = raise("RA#电话", "E", today.date(), List.of());

        api.document("""
                { objection(code: "%s") {
                    source { code }
                    affected { change totals { fields dataResources departments sharings calls }
                      departments { nodes { department { code } } } notices { totalCount } } } }
                """.formatted(raised.code()))
                .execute()
                .path("objection.source.code")
                .entity(String.class)
                .isEqualTo("A")
                .path("objection.affected.change")
                .entity(String.class)
                .isEqualTo("CORRECT")
                .path("objection.affected.totals")
                .matchesJson("{\"fields\": 2, \"dataResources\": 1, \"departments\": 2, \"sharings\": 1, \"calls\": 7}")
                .path("objection.affected.departments.nodes[*].department.code")
                .entityList(String.class)
                .containsExactly("E", "C")
                .path("objection.affected.notices.totalCount")
                .entity(Integer.class)
                .isEqualTo(2);
    }

    @Test
    void ofABatchEachIsToldWhetherItIsNewKnownOrRefused() {
        var rule = set("B", "RB#手机");
        var done = file(rule, List.of("a1", "a2", "a1", "11010519491231002X", "张三", "13800138000"), today.date());

        assertThat(done.entries())
                .extracting(one -> one.fate() + " " + one.code())
                .containsExactly(
                        "ACCEPTED null",
                        "ACCEPTED null",
                        "DUPLICATE KNOWN",
                        "REFUSED PERSONAL_DATA",
                        "REFUSED NOT_OPAQUE",
                        "REFUSED PERSONAL_DATA");
        assertThat(done.entries())
                .extracting(Entry::message)
                .noneMatch(said ->
                        said != null && (said.contains("110105") || said.contains("138001") || said.contains("张三")));
        assertThat(List.of(done.accepted(), done.duplicate(), done.refused())).containsExactly(2, 1, 3);
        assertThat(file(rule, List.of("a1", "a2"), today.date()).duplicate()).isEqualTo(2);
        assertThat(graph.query(
                                "MATCH (n) WHERE any(k IN keys(n) WHERE toStringOrNull(n[k]) CONTAINS '110105') RETURN count(n) AS n")
                        .fetchAs(Long.class)
                        .one())
                .contains(0L);
        assertThatThrownBy(() -> file(rule, java.util.Collections.nCopies(1_001, "x"), today.date()))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("1000");
    }

    @Test
    void whatIsFoundAgainAfterItWasSettledIsANewOne() {
        var rule = set("B", "RB#手机");
        var code = some(file(rule, List.of("a1"), today.date().minusDays(3))
                .entries()
                .getFirst()
                .discrepancy());
        settle(List.of(code), Settlement.CORRECTED_AT_SOURCE);

        assertThat(file(rule, List.of("a1"), today.date().minusDays(2)).duplicate())
                .isEqualTo(1);
        assertThat(fates(discrepancies.settle(
                        new SettleMove(List.of(code), Settlement.CORRECTED_AT_OTHER, "甲局", null, null))))
                .containsExactly("DUPLICATE SETTLED");
        given("MATCH (d:Discrepancy) SET d.days = [date() - duration('P3D'), date() - duration('P1D')]");
        assertThat(file(rule, List.of("a1"), today.date()).accepted()).isEqualTo(1);
        assertThat(open(rule)).isEqualTo(1);
    }

    @Test
    void whatIsSettledWithoutCorrectionIsGivenAReason() {
        assertThatThrownBy(() -> settle(List.of("CY-1"), Settlement.BOTH_RIGHT))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("reason");
        assertThat(fates(discrepancies.settle(new SettleMove(List.of("CY-1"), Settlement.REJECTED, "甲局", "测试", null))))
                .containsExactly("REFUSED NOT_FOUND");
    }

    @Test
    void anObjectionGathersDiscrepanciesAndSettlesThemOrLetsThemGo() {
        var rule = set("B", "RB#手机");
        var codes = file(rule, List.of("a1", "a2"), today.date()).entries().stream()
                .map(one -> some(one.discrepancy()))
                .toList();
        var raised = raise("RA#电话", "E", today.date(), codes);
        assertThat(raised.discrepancyCount()).isEqualTo(2);
        assertThat(states(codes)).containsExactly("IN_OBJECTION " + raised.code(), "IN_OBJECTION " + raised.code());
        refused(objections.raise(raising("RA#电话", "E", today.date(), codes, "不对")), "DISCREPANCY_NOT_OPEN");
        refused(objections.raise(raising("RB#备注", "E", today.date(), codes, "不对")), "OF_ANOTHER_UNIT");
        assertThat(fates(discrepancies.settle(new SettleMove(codes, Settlement.CORRECTED_AT_OTHER, "甲局", null, null))))
                .containsExactly("REFUSED IN_OBJECTION", "REFUSED IN_OBJECTION");

        take(ObjectionAction.WITHDRAW, move(raised, null, null, "看错了", null));
        assertThat(states(codes)).containsExactly("OPEN null", "OPEN null");

        var second = raise("RA#电话", "E", today.date(), codes);
        step(ObjectionAction.ACCEPT, second, null);
        step(ObjectionAction.START, now(second), null);
        take(
                ObjectionAction.SETTLE,
                move(now(second), ObjectionOutcome.NOT_CORRECTED, null, "口径不同", Settlement.BOTH_RIGHT));

        assertThat(states(codes)).containsExactly("SETTLED " + second.code(), "SETTLED " + second.code());
        assertThat(discrepancies.find(codes.getFirst()).orElseThrow().settlement())
                .isEqualTo(Settlement.BOTH_RIGHT);
        assertThat(open(rule)).isZero();
        api.document("{ discrepancy(code: \"%s\") { rule { code } objection { code } steps { to } } }"
                        .formatted(codes.getFirst()))
                .execute()
                .path("discrepancy.steps[*].to")
                .entityList(String.class)
                .containsExactly("IN_OBJECTION", "OPEN", "IN_OBJECTION", "SETTLED");
    }

    @Test
    void listsAreWholeInPages() {
        var rule = set("B", "RB#手机");
        var references =
                java.util.stream.IntStream.range(0, 25).mapToObj(i -> "ref" + i).toList();
        file(rule, references.subList(0, 12), today.date().minusDays(1));
        file(rule, references.subList(12, 25), today.date());
        var filter = new DiscrepancyFilter(
                null, null, UNIT, null, List.of(DiscrepancyState.OPEN), null, null, null, null, null, null);
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = discrepancies.page(filter, Window.of("x", 7, after));
            assertThat(page.getTotalCount()).isEqualTo(25);
            page.getNodes().forEach(one -> seen.add(one.reference()));
            after = page.getPageInfo().isHasNextPage()
                    ? page.getPageInfo().getEndCursor().getValue()
                    : null;
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(references);
        assertThat(seen.subList(0, 13)).containsExactlyInAnyOrderElementsOf(references.subList(12, 25));
    }

    private int open(VerificationRule rule) {
        return discrepancies.openOfRules(List.of(rule.key())).getOrDefault(rule.key(), -1);
    }

    private List<String> states(List<String> codes) {
        return discrepancies.ofCodes(codes).stream()
                .map(one -> one.state() + " " + one.objection())
                .toList();
    }

    private static List<String> fates(DiscrepanciesChange change) {
        return ((DiscrepanciesDone) change)
                .entries().stream().map(one -> one.fate() + " " + one.code()).toList();
    }

    private void settle(List<String> codes, Settlement settlement) {
        var done = (DiscrepanciesDone) discrepancies.settle(new SettleMove(codes, settlement, "甲局", null, null));
        assertThat(done.entries()).allMatch(one -> one.fate() == Fate.ACCEPTED);
    }

    private DiscrepanciesDone file(VerificationRule rule, List<String> references, LocalDate day) {
        return (DiscrepanciesDone) discrepancies.file(new FoundMove(
                rule.code(),
                "乙局信息中心",
                null,
                references.stream()
                        .map(one -> new Found(one, DiscrepancyKind.VALUE_DIFFERS, day, null))
                        .toList()));
    }

    private List<Objection> onDay(LocalDate day) {
        return page(null, day);
    }

    private List<String> overdueOn(LocalDate day) {
        return page(true, day).stream().map(Objection::code).toList();
    }

    private List<Objection> page(@Nullable Boolean overdue, LocalDate day) {
        return objections
                .page(
                        new ObjectionFilter(null, "A", "E", UNIT, "RA#电话", overdue, null, null, day),
                        Window.of("x", null, null))
                .getNodes();
    }

    private Objection raise(String field, String department, LocalDate received, List<String> codes) {
        return ((ObjectionChanged) objections.raise(raising(field, department, received, codes, "号码已停用"))).objection();
    }

    private static ObjectionMove raising(
            String field, String department, LocalDate received, List<String> codes, String reason) {
        return new ObjectionMove(
                null, null, field, null, department, received, null, codes, null, null, null, "戊局", reason, null);
    }

    private static ObjectionMove move(
            Objection now,
            @Nullable ObjectionOutcome outcome,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable Settlement settlement) {
        return new ObjectionMove(
                now.code(),
                now.version(),
                null,
                null,
                null,
                on,
                null,
                null,
                outcome,
                settlement,
                null,
                "甲局",
                reason,
                null);
    }

    private void step(ObjectionAction action, Objection now, @Nullable LocalDate on) {
        take(action, move(now, null, on, null, null));
    }

    private Objection take(ObjectionAction action, ObjectionMove move) {
        var change = objections.move(action, move);
        assertThat(change).isInstanceOf(ObjectionChanged.class);
        return ((ObjectionChanged) change).objection();
    }

    private Objection now(Objection objection) {
        return objections.find(objection.code()).orElseThrow();
    }

    private static VerificationRefused refused(ObjectionChange change, String code) {
        assertThat(change).isInstanceOf(VerificationRefused.class);
        assertThat(((VerificationRefused) change).code()).isEqualTo(code);
        return (VerificationRefused) change;
    }
}
