package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.duplicates.BindingChange.BindingDecided;
import yuanliu.duplicates.BindingChange.IllegalBinding;
import yuanliu.duplicates.BindingChange.StaleBinding;
import yuanliu.duplicates.CollectionPlan.PlannedField;
import yuanliu.filing.FiledCity;
import yuanliu.web.BadRequest;
import yuanliu.web.NotThere;
import yuanliu.web.Window;

/// What people decide of proposals counts, teaches, and is undone by nobody but people and what is filed.
class BindingsTests extends GivenGraph {

    private static final String OWN = "R-RS-1#落脚处";
    private static final String SAME_NAME = "R-MZ-1#落脚处";

    @Autowired
    private Bindings bindings;

    @Autowired
    private Detections detections;

    @Autowired
    private CollectionChecks checks;

    @Autowired
    private FiledCity city;

    @TempDir
    private Path folder;

    @BeforeEach
    void threeDepartmentsWithOneAddress() throws IOException {
        file("regions.csv", "区划代码,区划名称,上级区划代码,层级\n990100,示例市,,市\n");
        file("departments.csv", """
                部门编码,部门名称,行政区划代码,层级
                GA,示例市公安局,990100,市
                RS,示例市人社局,990100,市
                MZ,示例市民政局,990100,市
                """);
        file("systems.csv", "系统编码,系统名称,主管部门编码\nX-GA,户政系统,GA\nX-RS,就业系统,RS\nX-MZ,救助系统,MZ\n");
        file("elements.csv", """
                数据元编码,数据元名称,同义名称,对象类
                E1,居住地址,现住址,自然人
                E2,户籍地址,户口地址,自然人
                """);
        file("resources.csv", """
                资源编码,资源名称,提供部门编码,系统编码,主体类,共享类型
                R-GA-1,人口信息,GA,X-GA,自然人,无条件共享
                R-RS-1,求职登记,RS,X-RS,自然人,无条件共享
                R-MZ-1,救助对象,MZ,X-MZ,自然人,无条件共享
                """);
        fields("");
        city.file(folder);
    }

    private void fields(String element) throws IOException {
        file("fields.csv", """
                资源编码,信息项名称,数据元编码,获取方式
                R-GA-1,居住地址,E1,采集
                R-GA-1,户籍地址,E2,采集
                R-RS-1,落脚处,%s,采集
                R-RS-1,户口的地址,,采集
                R-MZ-1,落脚处,,采集
                """.formatted(element));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static BindingMove move(String field, long version, @Nullable String element) {
        return new BindingMove(field, version, element, null, null, "示例市大数据局", "看过数据样例", null);
    }

    private Binding binding(String field) {
        return Objects.requireNonNull(find(field));
    }

    private @Nullable Binding find(String field) {
        return bindings.page(BindingFilter.ALL, Window.of("bindings", 500, null)).getNodes().stream()
                .filter(one -> one.field().code().equals(field))
                .findFirst()
                .orElse(null);
    }

    private List<String> holders(String element) {
        return List.copyOf(graph.query("""
                MATCH (:SourceUnit {elementKey: $element})<-[:HELD_AS]-(field:DataField)
                RETURN field.code AS code ORDER BY code
                """)
                .bind(element)
                .to("element")
                .fetchAs(String.class)
                .all());
    }

    @Test
    void aProposalIsListedAndCountsForNothing() {
        var proposed = binding("R-RS-1#户口的地址");

        assertThat(proposed.state()).isEqualTo(BindingState.PROPOSED);
        assertThat(proposed.element().code()).isEqualTo("E2");
        assertThat(proposed.confidence()).isBetween(0.6, 0.97);
        assertThat(proposed.signals()).isNotEmpty();
        assertThat(proposed.version()).isZero();
        assertThat(holders("E2")).containsExactly("R-GA-1#户籍地址");
    }

    @Test
    void whatIsConfirmedIsHeldAtOnceAndKeepsItsHistory() {
        var outcome = bindings.confirm(move("R-RS-1#户口的地址", 0, null));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        BindingDecided.class,
                        decided -> assertThat(decided.binding()).satisfies(binding -> {
                            assertThat(binding.state()).isEqualTo(BindingState.CONFIRMED);
                            assertThat(binding.version()).isEqualTo(1);
                            assertThat(binding.unitKey()).isEqualTo("E2/自然人");
                        }));
        assertThat(holders("E2")).containsExactly("R-GA-1#户籍地址", "R-RS-1#户口的地址");

        bindings.reject(move("R-RS-1#户口的地址", 1, null));

        assertThat(holders("E2")).containsExactly("R-GA-1#户籍地址");
        var rejected = binding("R-RS-1#户口的地址");
        assertThat(rejected.state()).isEqualTo(BindingState.REJECTED);
        assertThat(bindings.histories(List.of(rejected)).get(rejected))
                .extracting(
                        BindingDecision::number,
                        BindingDecision::confirmed,
                        BindingDecision::current,
                        BindingDecision::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, true, false, "示例市大数据局"),
                        org.assertj.core.groups.Tuple.tuple(2L, false, true, "示例市大数据局"));
    }

    @Test
    void aConfirmedNameTeachesTheNextRunAndTheCheckBeforeCollecting() {
        assertThat(find(SAME_NAME)).isNull();
        assertThat(unitOfPlanned("落脚处")).isNull();

        bindings.confirm(move(OWN, 0, "E1"));

        assertThat(unitOfPlanned("落脚处")).isEqualTo("E1/自然人");
        detections.run(DetectionRun.Trigger.DEMAND);
        var taught = binding(SAME_NAME);
        assertThat(taught.state()).isEqualTo(BindingState.PROPOSED);
        assertThat(taught.element().code()).isEqualTo("E1");
        assertThat(taught.signals())
                .anySatisfy(signal -> assertThat(signal.sentence()).contains("人工确认"));
        assertThat(findings()).contains("UNDESIGNATED_SOURCE E1/自然人");
        assertThat(holders("E1")).containsExactly("R-GA-1#居住地址", OWN);
    }

    @Test
    void aRejectedNameIsProposedNoMoreAnywhere() {
        assertThat(unitOfPlanned("户口的地址")).isEqualTo("E2/自然人");

        bindings.reject(move("R-RS-1#户口的地址", 0, null));
        detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(binding("R-RS-1#户口的地址").state()).isEqualTo(BindingState.REJECTED);
        assertThat(unitOfPlanned("户口的地址")).isNull();
    }

    @Test
    void whereTwoFieldsOfOneNameAreDecidedDifferentlyTheNameTeachesNothing() {
        bindings.confirm(move(OWN, 0, "E1"));
        detections.run(DetectionRun.Trigger.DEMAND);
        bindings.reject(move(SAME_NAME, 0, null));

        detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(binding(OWN).state()).isEqualTo(BindingState.CONFIRMED);
        assertThat(binding(SAME_NAME).state()).isEqualTo(BindingState.REJECTED);
        assertThat(unitOfPlanned("落脚处")).isNull();
    }

    @Test
    void filingAnEmptyColumnAgainUndoesNoDecision() throws IOException {
        bindings.confirm(move(OWN, 0, "E1"));

        city.file(folder);

        assertThat(binding(OWN).state()).isEqualTo(BindingState.CONFIRMED);
        assertThat(holders("E1")).contains(OWN);
    }

    @Test
    void whatIsFiledOtherwiseWinsAndIsShownAsOverruled() throws IOException {
        bindings.confirm(move(OWN, 0, "E1"));

        fields("E2");
        city.file(folder);

        assertThat(binding(OWN).state()).isEqualTo(BindingState.OVERRULED);
        assertThat(holders("E1")).doesNotContain(OWN);
        assertThat(holders("E2")).contains(OWN);
        assertThat(unitOfPlanned("落脚处")).isEqualTo("E2/自然人");
        assertThat(bindings.confirm(move(OWN, 1, "E1"))).isInstanceOfSatisfying(IllegalBinding.class, refused -> {
            assertThat(refused.code()).isEqualTo("ELEMENT_FILED");
            assertThat(refused.message()).contains("户籍地址", "重新申报");
        });

        fields("");
        city.file(folder);

        assertThat(binding(OWN).state()).isEqualTo(BindingState.CONFIRMED);
        assertThat(holders("E1")).contains(OWN);
        assertThat(holders("E2")).doesNotContain(OWN);
    }

    @Test
    void filingWhatWasConfirmedChangesNothing() throws IOException {
        bindings.confirm(move(OWN, 0, "E1"));

        fields("E1");
        city.file(folder);
        city.file(folder);

        assertThat(binding(OWN).state()).isEqualTo(BindingState.CONFIRMED);
        assertThat(holders("E1")).contains(OWN);
    }

    @Test
    void anElementThatIsFiledLaterTakesTheFieldThatNamedIt() throws IOException {
        fields("E3");
        city.file(folder);
        bindings.confirm(move(OWN, 0, "E1"));

        file("elements.csv", "数据元编码,数据元名称,对象类\nE3,门牌,自然人\n");
        city.file(folder);

        assertThat(holders("E1")).doesNotContain(OWN);
        assertThat(holders("E3")).containsExactly(OWN);
        assertThat(binding(OWN).state()).isEqualTo(BindingState.OVERRULED);
    }

    @Test
    void whatSomebodySaysOfThePartCountsToo() {
        bindings.confirm(new BindingMove(OWN, 0, "E1", null, "监护人", "示例市大数据局", "看过数据样例", "示数〔2026〕9号"));

        detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(binding(OWN).unitKey()).isEqualTo("E1/自然人/监护人");
        assertThat(holders("E1")).contains(OWN);
        assertThat(find(SAME_NAME))
                .satisfies(taught ->
                        assertThat(Objects.requireNonNull(taught).unitKey()).isEqualTo("E1/自然人"));
    }

    @Test
    void whatCannotBeDecidedIsRefusedInWords() {
        assertThat(code(bindings.confirm(move("R-GA-1#居住地址", 0, "E2")))).isEqualTo("ELEMENT_FILED");
        assertThat(code(bindings.confirm(move(OWN, 0, null)))).isEqualTo("NOTHING_PROPOSED");
        assertThat(code(bindings.confirm(move(OWN, 0, "E9")))).isEqualTo("UNKNOWN_ELEMENT");
        assertThat(code(bindings.reject(move(OWN, 0, "E1")))).isEqualTo("NOT_PROPOSED");
        bindings.confirm(move(OWN, 0, "E1"));
        assertThat(code(bindings.confirm(move(OWN, 1, "E1")))).isEqualTo("ALREADY_CONFIRMED");
        bindings.reject(move(OWN, 1, null));
        assertThat(code(bindings.reject(move(OWN, 2, "E1")))).isEqualTo("ALREADY_REJECTED");
        assertThatThrownBy(() -> bindings.confirm(move("R-XX#无", 0, "E1"))).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> bindings.confirm(new BindingMove(OWN, 2, "E1", null, null, " ", "因为", null)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("by");
        assertThatThrownBy(() -> bindings.confirm(new BindingMove(OWN, 2, "E1", null, null, "某人", "", null)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("理由");
    }

    private static String code(BindingChange change) {
        return change instanceof BindingChange.BindingRefused refused ? refused.code() : "DECIDED";
    }

    @Test
    void theSlowerOfTwoWhoDecideIsRefused() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<BindingChange> decide = () -> bindings.confirm(move(OWN, 0, "E1"));
            var outcomes = two.invokeAll(List.of(decide, decide)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
                            throw new AssertionError(failure);
                        }
                    })
                    .toList();

            assertThat(outcomes).hasAtLeastOneElementOfType(BindingDecided.class);
            assertThat(outcomes)
                    .filteredOn(StaleBinding.class::isInstance)
                    .singleElement()
                    .satisfies(refused ->
                            assertThat(((StaleBinding) refused).message()).contains("第1版", "第0版"));
        }
    }

    @Test
    void theListIsFilteredAndPaged() {
        bindings.confirm(move(OWN, 0, "E1"));
        detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(fieldsOf(new BindingFilter(null, "MZ", null, null, null, null)))
                .containsExactly(SAME_NAME);
        assertThat(fieldsOf(new BindingFilter(null, null, "R-RS-1", null, null, null)))
                .containsExactly(OWN, "R-RS-1#户口的地址");
        assertThat(fieldsOf(new BindingFilter(null, null, null, "E1", null, null)))
                .containsExactly(OWN, SAME_NAME);
        assertThat(fieldsOf(new BindingFilter(List.of(BindingState.PROPOSED), null, null, null, null, 0.96)))
                .containsExactly(SAME_NAME);
        assertThatThrownBy(() -> new BindingFilter(null, null, null, null, null, 1.5).check())
                .isInstanceOf(BadRequest.class);

        var seen = new java.util.ArrayList<String>();
        var after = (String) null;
        do {
            var page = bindings.page(BindingFilter.ALL, Window.of("b", 1, after));
            assertThat(page.getTotalCount()).isEqualTo(3);
            page.getNodes().forEach(one -> seen.add(one.field().code()));
            after = page.getPageInfo().isHasNextPage()
                    ? page.getPageInfo().getEndCursor().getValue()
                    : null;
        } while (after != null);
        assertThat(seen).containsExactly(OWN, SAME_NAME, "R-RS-1#户口的地址");
    }

    @Test
    void theProposalsOfOneUnitAreAskedForByItsCode() {
        bindings.confirm(move(OWN, 0, "E1"));
        given(
                "MATCH (city:Region {key: '990100'}) "
                        + "CREATE (:SourceUnit {code: 'E1/自然人@990100', key: 'E1/自然人@990100', elementKey: 'E1', regionKey: '990100'})-[:WITHIN]->(city),"
                        + " (:SourceUnit {code: 'E1/自然人@8', key: 'E1/自然人@8', elementKey: 'E1', regionKey: '8'})-[:WITHIN]->(:Region {code: '8', key: '8', name: '别市'})");
        detections.run(DetectionRun.Trigger.DEMAND);

        assertThat(fieldsOf(ofUnit("E1/自然人", null))).containsExactly(OWN, SAME_NAME);
        assertThat(fieldsOf(ofUnit(" E1/自然人", List.of(BindingState.PROPOSED)))).containsExactly(SAME_NAME);
        assertThat(fieldsOf(ofUnit("E2/自然人", null))).containsExactly("R-RS-1#户口的地址");
        assertThat(fieldsOf(ofUnit("E1/法人", null))).isEmpty();
        assertThat(fieldsOf(ofUnit("E1/自然人@990100", null))).containsExactly(OWN, SAME_NAME);
        assertThat(fieldsOf(ofUnit("E1/自然人@8", null))).isEmpty();
    }

    private static BindingFilter ofUnit(String unit, @Nullable List<BindingState> states) {
        return new BindingFilter(states, null, null, null, unit, null);
    }

    private List<String> fieldsOf(BindingFilter filter) {
        return bindings.page(filter, Window.of("b", 500, null)).getNodes().stream()
                .map(one -> one.field().code())
                .toList();
    }

    private @Nullable String unitOfPlanned(String name) {
        var verdict = checks.check(new CollectionPlan(
                        "新系统", "MZ", null, List.of(new PlannedField(name, null, null, null, null, null))))
                .fields()
                .getFirst();
        return verdict.unit() == null ? null : verdict.unit().code();
    }

    private List<String> findings() {
        return List.copyOf(graph.query("""
                MATCH (finding:DuplicateFinding {present: true})
                RETURN finding.kind + ' ' + coalesce(finding.unitKey, '') AS found ORDER BY found
                """).fetchAs(String.class).all());
    }
}
