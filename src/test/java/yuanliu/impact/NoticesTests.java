package yuanliu.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import yuanliu.GivenGraph;
import yuanliu.web.Today;
import yuanliu.webhook.Receiver;
import yuanliu.workdays.Workdays;

class NoticesTests extends GivenGraph {

    private static final Receiver RECEIVER = new Receiver(503);

    @Autowired
    private Workdays workdays;

    @Autowired
    private Today today;

    @Autowired
    private Outbox outbox;

    @DynamicPropertySource
    static void told(DynamicPropertyRegistry properties) {
        RECEIVER.isTold(properties, 3);
    }

    @AfterAll
    static void noMore() {
        RECEIVER.close();
    }

    @BeforeEach
    void city() {
        RECEIVER.bodies().clear();
        RECEIVER.answer(503);
        given("""
                CREATE (d1:Department {code: 'D1', key: 'D1', name: '登记局'}), (d2:Department {code: 'D2', key: 'D2', name: '数据局'}),
                  (d3:Department {code: 'D3', key: 'D3', name: '税务局'}),
                  (r1:DataResource {code: 'R1', key: 'R1', name: '企业登记'})-[:PROVIDED_BY]->(d1),
                  (r2:DataResource {code: 'R2', key: 'R2', name: '企业库'})-[:PROVIDED_BY]->(d2),
                  (r1)-[:HAS_FIELD]->(a:DataField {code: 'R1#名称', key: 'R1#名称', name: '名称', acquisition: '产生'}),
                  (r2)-[:HAS_FIELD]->(b:DataField {code: 'R2#名称', key: 'R2#名称', name: '名称', acquisition: '共享获取'}),
                  (b)-[:DERIVED_FROM {edge: 'e1', activity: '归集'}]->(a),
                  (g:SharingAgreement {code: 'A1', key: 'A1', calls: 7})-[:OF]->(r2), (g)-[:GRANTED_TO]->(d3)
                """);
    }

    private GraphQlTester.Response issue() {
        return api.document("""
                        mutation { issueNotices(input: {of: {dataResource: "R1"}, change: STOP, by: "数据局"}) {
                          issued already notices { totalCount nodes { code department { code } due why hit todo issued { at by } acknowledged { by } } } } }
                        """).execute();
    }

    private List<String> codes(String filter) {
        return api.document("{ notices(filter: {%s}) { nodes { code } } }".formatted(filter))
                .execute()
                .path("notices.nodes[*].code")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response acknowledge(String code, String by) {
        return api.document("""
                        mutation { acknowledgeNotice(input: {code: "%s", by: "%s", remark: "已阅"}) {
                          __typename ... on NoticeAcknowledged { notice { acknowledged { at by remark } } }
                          ... on NoticeAcknowledgedBefore { notice { acknowledged { by } } } } }
                        """.formatted(code, by)).execute();
    }

    @Test
    void eachDepartmentIsToldWhatWhyAndByWhen() {
        var issued = issue();

        var due = workdays.after(today.date(), 10).date().toString();
        issued.path("issueNotices.issued").entity(Integer.class).isEqualTo(2);
        issued.path("issueNotices.notices.nodes[*].due")
                .entityList(String.class)
                .isEqualTo(List.of(due, due));
        issued.path("issueNotices.notices.nodes[*].why")
                .entityList(String.class)
                .isEqualTo(List.of("企业库.名称 ← 归集自 企业登记.名称", "经共享关系 A1 使用 企业库 ← 归集自 企业登记.名称"));
        issued.path("issueNotices.notices.nodes[*].hit[*]")
                .entityList(String.class)
                .isEqualTo(List.of("数据资源“企业库”(R2):断供,受影响的信息项:断供1项", "共享关系 A1(“企业库”):断供,累计调用7次"));
        issued.path("issueNotices.notices.nodes[0].todo[*]")
                .entityList(String.class)
                .satisfies(todo -> assertThat(todo)
                        .hasSize(3)
                        .anyMatch(one -> one.contains("备案"))
                        .contains("更新受影响的1个数据目录(第十七条)"));
    }

    @Test
    void theSameQuestionTellsNobodyTwiceUntilItIsAcknowledged() {
        issue();

        var again = issue();
        again.path("issueNotices.issued").entity(Integer.class).isEqualTo(0);
        again.path("issueNotices.already").entity(Integer.class).isEqualTo(2);

        acknowledge(codes("department: \"D2\"").getFirst(), "数据局张科");
        issue().path("issueNotices.issued").entity(Integer.class).isEqualTo(1);
    }

    @Test
    void whoHasNotAcknowledgedIsAQuestion() {
        issue();
        var code = codes("department: \"D3\"").getFirst();

        var first = acknowledge(code, "税务局");
        var second = acknowledge(" " + code.toLowerCase(), "税务局二");

        first.path("acknowledgeNotice.__typename").entity(String.class).isEqualTo("NoticeAcknowledged");
        first.path("acknowledgeNotice.notice.acknowledged.remark")
                .entity(String.class)
                .isEqualTo("已阅");
        second.errors().satisfy(errors -> assertThat(errors).hasSize(1));
        acknowledge(" " + code, "税务局二")
                .path("acknowledgeNotice.notice.acknowledged.by")
                .entity(String.class)
                .isEqualTo("税务局");
        assertThat(codes("acknowledged: true")).containsExactly(code);
        assertThat(codes("acknowledged: false")).hasSize(1).doesNotContain(code);
    }

    @Test
    void anOverdueNoticeIsFoundAndAnAcknowledgedOneIsNot() {
        issue();
        given("MATCH (n:Notice) WHERE n.due IS NOT NULL SET n.due = date() - duration('P3D')");
        acknowledge(codes("department: \"D3\"").getFirst(), "税务局");

        assertThat(codes("overdue: true")).isEqualTo(codes("department: \"D2\""));
    }

    @Test
    void twentyAtOnceTellEachDepartmentOnceUnderCodesOfItsOwn() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            many.invokeAll(IntStream.range(0, 20)
                            .<java.util.concurrent.Callable<Object>>mapToObj(i -> this::issue)
                            .toList())
                    .forEach(done -> assertThat(done).isDone());
        }

        assertThat(codes("")).hasSize(2).doesNotHaveDuplicates().allMatch(code -> code.matches("TZ\\d{8}-000[12]"));
    }

    @Test
    void nobodyIsToldByNobody() {
        api.document(
                        "mutation { issueNotices(input: {of: {dataResource: \"R1\"}, change: STOP, by: \" \"}) { issued } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).hasSize(1));
    }

    @Test
    void aNoticeIsSentUntilItIsTakenOrGivenUp() {
        issue();
        for (int round = 0; round < 3; round++) {
            outbox.empty();
        }
        deliveries("FAILED", 3);

        api.document("""
                mutation { issueNotices(input: {of: {dataResource: "R1"}, change: RENAME, by: "数据局"}) { issued } }
                """).executeAndVerify();
        RECEIVER.answer(204);
        RECEIVER.bodies().clear();
        for (int round = 0; round < 50 && RECEIVER.bodies().size() < 2; round++) {
            outbox.empty();
        }

        assertThat(RECEIVER.bodies())
                .allMatch(body -> body.contains("\"type\":\"yuanliu.notice.issued\""))
                .hasSizeGreaterThan(1);
    }

    private void deliveries(String state, int attempts) {
        var found = graph.query(
                        "MATCH (n:Notice) WHERE n.change = 'STOP' RETURN n.delivery AS state, n.deliveryAttempts AS attempts")
                .fetch()
                .all();
        assertThat(found)
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(one).containsAllEntriesOf(Map.of("state", state, "attempts", (long) attempts)));
    }
}
