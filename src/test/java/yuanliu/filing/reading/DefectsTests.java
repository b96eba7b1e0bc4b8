package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefectsTests {

    private final Defects defects = new Defects();

    @ParameterizedTest
    @ValueSource(strings = {"婚姻登记管理系统", "政务服务平台", "民政门户网站", "不动产登记系统（市级）"})
    void theNameOfASystemIsNoNameOfAResource(String name) {
        assertThat(codes(defects.ofResource(resource(2, name, Map.of())))).containsExactly("SYSTEM_NAME_AS_RESOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"婚姻登记信息", "系统用户信息", "平台企业名录"})
    void aResourceMayBeAboutSystems(String name) {
        assertThat(defects.ofResource(resource(2, name, Map.of()))).isEmpty();
    }

    @Test
    void aNameThatCountsOnFromTheOneAboveWasDraggedDown() {
        defects.ofResource(resource(2, "低保对象信息1", Map.of("code", "R1")));

        assertThat(codes(defects.ofResource(resource(3, "低保对象信息2", Map.of("code", "R2")))))
                .containsExactly("FILL_DOWN_NAME");
        assertThat(defects.ofResource(resource(4, "低保对象信息4", Map.of("code", "R3"))))
                .isEmpty();
    }

    @Test
    void namesThatDifferInPunctuationAloneAreOne() {
        defects.ofResource(resource(2, "残疾人证(基本)信息", Map.of()));

        var found = defects.ofResource(resource(5, "残疾人证 基本 信息", Map.of()));

        assertThat(found).singleElement().satisfies(defect -> {
            assertThat(defect.code()).isEqualTo("SAME_BUT_PUNCTUATION");
            assertThat(defect.row()).isEqualTo(5);
            assertThat(defect.column()).isEqualTo("资源名称");
            assertThat(defect.message()).isEqualTo("第5行:资源名称“残疾人证 基本 信息”与第2行只差标点或空格,疑为同一资源");
        });
    }

    @Test
    void aNameTwiceInOneDepartmentIsToldAndInTwoIsNot() {
        defects.ofResource(resource(2, "行政许可信息", Map.of("provider", "甲局")));

        assertThat(defects.ofResource(resource(3, "行政许可信息", Map.of("provider", "乙局"))))
                .isEmpty();
        assertThat(codes(defects.ofResource(resource(4, "行政许可信息", Map.of("provider", "甲局")))))
                .containsExactly("DUPLICATE_NAME");
    }

    @Test
    void anEmptySummaryOrProviderIsToldWhenTheColumnIsThere() {
        var found = defects.ofResource(resource(2, "户籍信息", Map.of("summary", " ", "provider", "")));

        assertThat(codes(found)).containsExactly("MISSING_SUMMARY", "MISSING_PROVIDER");
    }

    @ParameterizedTest
    @CsvSource({
        "电子表格,mysql,FORMAT_CLASS_TYPE",
        "电子文件,jpg,FORMAT_CLASS_TYPE",
        "数据库,xlsx,FORMAT_CLASS_TYPE",
        "数据库,Oracle,",
        "数据库类,达梦,",
        "电子表格,.xlsx,",
        "图形图像,自定义,",
        "自描述格式,说明,"
    })
    void theTypeOfAFormatBelongsToItsClass(String formatClass, String type, String code) {
        var found = defects.ofResource(extra("信息资源格式分类", formatClass, "信息资源格式类型", type));

        assertThat(codes(found)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "电子文件,共享平台方式,数据库,FORMAT_METHOD",
        "数据库,共享平台方式,文件,FORMAT_METHOD",
        "数据库,共享平台方式,接口,",
        "数据库,共享平台方式,数据库,",
        "电子表格,共享平台方式,文件,",
        "电子文件,邮件方式,数据库,"
    })
    void theWayOfSharingFitsTheFormat(String formatClass, String methodClass, String method, String code) {
        var found = defects.ofResource(extra("信息资源格式分类", formatClass, "共享方式分类", methodClass, "共享方式类型", method));

        assertThat(codes(found)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void amountsAreNumbersOnly() {
        var found = defects.ofResource(
                extra("数据存储总量(G)", "约20G", "结构化信息记录总数（万）", "1,234.5", "已共享的数据存储量(G)", "不清楚", "已开放的数据存储量(G)", ""));

        assertThat(codes(found)).containsExactly("NOT_A_NUMBER", "NOT_A_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓名、性别、民族", "姓名，性别", "姓名;性别;"})
    void severalItemsInOneCellAreToldApartFromOne(String name) {
        assertThat(codes(Defects.ofField(field(3, name)))).startsWith("SQUEEZED_ITEMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓名", "住所（省、市、县）", "法人/自然人名称"})
    void oneItemIsNotTakenForSeveral(String name) {
        assertThat(Defects.ofField(field(3, name))).isEmpty();
    }

    @Test
    void aDataTypeOutsideTheListIsTold() {
        var odd = new FiledRow(7, Map.of("resource", "R1", "name", "姓名", "dataType", "身份证"), Map.of());

        assertThat(Defects.ofField(odd)).singleElement().satisfies(defect -> {
            assertThat(defect.code()).isEqualTo("UNKNOWN_DATA_TYPE");
            assertThat(defect.column()).isEqualTo("数据类型");
            assertThat(defect.message()).isEqualTo("第7行:数据类型“身份证”不在规定的类型之中");
        });
    }

    @Test
    void aSecondFieldOfTheSameNameIsTold() {
        assertThat(Defects.ofNames(List.of(field(3, "民族"), field(4, "性别"), field(5, "民 族"))))
                .singleElement()
                .satisfies(defect -> {
                    assertThat(defect.row()).isEqualTo(5);
                    assertThat(defect.code()).isEqualTo("DUPLICATE_NAME");
                });
    }

    @Test
    void aCellThatPointsUpwardsIsTold() {
        assertThat(codes(Defects.sameAsAbove(resource(3, "同 上", Map.of())))).containsExactly("SAME_AS_ABOVE");
        assertThat(Defects.sameAsAbove(resource(3, "同上级部门共享的信息", Map.of()))).isEmpty();
    }

    @Test
    void aCatalogueCodeOfAnotherFormIsTold() {
        assertThat(Defects.ofCatalogueCode(resource(3, "信息", Map.of("code", "30701/1"))))
                .map(Defects.Defect::code)
                .contains("CODE_LENGTH");
        assertThat(Defects.ofCatalogueCode(resource(3, "信息", Map.of("code", "307001/1"))))
                .isEmpty();
    }

    private static List<String> codes(List<Defects.Defect> defects) {
        return defects.stream().map(Defects.Defect::code).toList();
    }

    private static FiledRow resource(int row, String name, Map<String, String> cells) {
        var all = new HashMap<>(cells);
        all.put("name", name);
        return new FiledRow(row, all, Map.of());
    }

    private static FiledRow extra(String... headersAndCells) {
        var extra = new HashMap<String, String>();
        for (var at = 0; at < headersAndCells.length; at += 2) {
            extra.put(headersAndCells[at], headersAndCells[at + 1]);
        }
        return new FiledRow(2, Map.of("name", "信息"), extra);
    }

    private static FiledRow field(int row, String name) {
        return new FiledRow(row, Map.of("resource", "R1", "name", name), Map.of());
    }
}
