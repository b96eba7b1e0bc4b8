package yuanliu.duplicates.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTests {

    private static final List<Element> REGISTER = List.of(
            element("E1", "公民身份号码", "自然人", true),
            element("E2", "户籍地址", "自然人", false, "户籍住址"),
            element("E3", "联系电话", "自然人", false),
            element("E4", "在校学生数", "法人", false),
            element("E5", "办学类型", "法人", false),
            element("E6", "注册资本", "法人", false),
            element("E7", "婚姻登记日期", "自然人", false, "登记日期（婚姻）"),
            element("E8", "宗地面积", "土地", false),
            element("E9", "出生日期", "自然人", false),
            element("E10", "性别代码", "自然人", false),
            element("E11", "承包地面积", "土地", false));

    private final Understanding understanding = new Understanding(
            REGISTER,
            Vocabulary.read(null),
            Map.of("监护人", "监护人", "配偶", "配偶", "申请人", "申请人", "本人", "", "经办人", "经办人"),
            Map.of(),
            Teaching.NONE);

    private static Element element(String code, String name, String subject, boolean identifying, String... synonyms) {
        return new Element(code, code, name, List.of(synonyms), null, subject, null, null, null, identifying, null);
    }

    /// The element it was understood to be; empty when it was not understood.
    private String element(@Nullable Reading reading) {
        return reading == null ? "" : reading.element().code();
    }

    private @Nullable String qualifier(String name) {
        var reading = read(name);
        return reading == null ? "not understood" : reading.qualifier();
    }

    private @Nullable Reading read(String name) {
        return read(name, "某表", null, null);
    }

    private @Nullable Reading read(
            String name, String owner, @Nullable String description, @Nullable String physicalName) {
        return understanding
                .read(new Described(
                        name,
                        null,
                        physicalName,
                        null,
                        null,
                        null,
                        description,
                        null,
                        null,
                        owner,
                        null,
                        null,
                        null,
                        null))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "户籍地址, E2",
        "户籍住址, E2",
        "户口所在地地址, E2",
        "户 籍 地 址, E2",
        "户籍地址2, E2",
        "户籍详细地址, E2",
        "居民身份证号, E1",
        "在校学生人数, E4",
        "在校学生总数, E4",
        "学校办学类型, E5",
        "注册资金, E6",
        "林地宗地面积, E8",
        "承包耕地面积, E11",
        "性别, E10",
        "监护人联系电话, E3",
    })
    void namesSayWhichElementItIs(String name, String element) {
        assertThat(element(read(name))).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource({"证件号码", "备注", "地址", "联系方式", "注册资本评估值", "登记日期", "网格事件编号", "申请人名称"})
    void whatIsBroaderOrOtherIsNotUnderstood(String name) {
        assertThat(element(read(name))).isEmpty();
    }

    @Test
    void theDescriptionNarrowsABroaderTerm() {
        assertThat(element(read("证件号码", "某表", "18位公民身份号码", null))).isEqualTo("E1");
        assertThat(read("证件号码", "某表", "身份证号或护照号", null)).isNull();
    }

    @Test
    void aWordBesideTheNameGivesItItsMeaning() {
        assertThat(element(read("登记日期", "婚姻登记信息", null, null))).isEqualTo("E7");
    }

    @Test
    void thePartIsReadFromTheName() {
        assertThat(qualifier("监护人联系电话")).isEqualTo("监护人");
        assertThat(qualifier("联系电话(配偶)")).isEqualTo("配偶");
        assertThat(qualifier("本人联系电话")).isNull();
    }
}
