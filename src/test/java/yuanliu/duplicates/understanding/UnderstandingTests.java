package yuanliu.duplicates.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// Else there would be as many readings, and proposals, as resources.
    @Test
    void whatSpeaksAgainstAReadingDoesNotNameItsResource() {
        var one = ofEnterprises("企业年报信息").orElseThrow();

        assertThat(one.signals()).extracting(Signal::sentence).contains("数据元说的是自然人,所属资源说的是法人");
        assertThat(ofEnterprises("企业变更信息")).contains(one);
    }

    private Optional<Reading> ofEnterprises(String owner) {
        return understanding.read(
                new Described("联系电话", null, null, null, null, null, null, null, null, owner, "法人", null, null, null));
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

    /// A register of other things, as other authors would name them.
    private static final Understanding OTHERS = new Understanding(
            List.of(
                    element("V1", "车辆类型代码", "车辆", false),
                    element("V2", "燃料种类代码", "车辆", false),
                    element("V3", "婚姻登记类型", "自然人", false),
                    element("V4", "星级代码", "法人", false),
                    element("V5", "总吨", "船舶", false),
                    element("V6", "低保对象标识", "自然人", false),
                    element("V7", "房屋结构代码", "不动产", false),
                    element("V8", "畜种代码", "养殖场", false),
                    element("V9", "用水量", "法人", false)),
            Vocabulary.read(null),
            Map.of("监护人", "监护人"),
            Map.of(),
            Teaching.NONE);

    private String among(String name, String owner, @Nullable String description) {
        return OTHERS.read(new Described(
                        name, null, null, null, null, null, description, null, null, owner, null, null, null, null))
                .map(reading -> reading.element().code())
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "车辆能源类型, 车辆信息, V2",
        "能源种类, 运输车辆年审, V2",
        "婚姻登记类别, 婚姻登记, V3",
        "登记类别, 婚姻登记信息, V3",
        "饭店星级, 旅游饭店信息, V4",
        "低保情况（是/否）, 居民信息采集表, V6",
        "养殖畜种, 养殖主体归集, V8",
        "畜禽种类, 养殖场备案, V8",
        "全年用水量, 取水台账, V9"
    })
    void whatOthersWriteIsUnderstood(String name, String owner, String element) {
        assertThat(among(name, owner, null)).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource({"登记类别, 就业登记表", "房屋类别, 房屋安全鉴定", "被拖船舶总吨, 拖航申请", "许可用水量, 取水许可信息", "饭店名称, 旅游饭店信息"})
    void whatOnlyLooksAlikeIsNot(String name, String owner) {
        assertThat(among(name, owner, null)).isEmpty();
    }
}
