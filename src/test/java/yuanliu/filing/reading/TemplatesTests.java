package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The single-sheet template of 1272, made as departments fill it in.
class TemplatesTests {

    private static final int ITEM = 21;
    private static final String CREDIT_CODE = "111000000000131433";

    @TempDir
    Path folder;

    private GivenFiles given;

    @BeforeEach
    void given() {
        given = new GivenFiles(folder);
    }

    @Test
    void aTemplateIsKnownByItsHeadersAndMakesResourcesAndFields() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "婚姻登记信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            item(sheet, 5, "登记日期", "日期型D", "8");
            resource(sheet, 6, "收养登记信息", "307001/2", "民政部", CREDIT_CODE);
            item(sheet, 6, "姓名", "字符型C", "50");
        })) {
            assertThat(filed.sheets()).containsExactly(Sheet.RESOURCES, Sheet.FIELDS);
            assertThat(resources(filed))
                    .extracting(FiledRow::number, row -> row.asFiled("code"), row -> row.asFiled("name"))
                    .containsExactly(tuple(4, "307001/1", "婚姻登记信息"), tuple(6, "307001/2", "收养登记信息"));
            assertThat(fields(filed))
                    .extracting(FiledRow::number, row -> row.asFiled("resource"), row -> row.asFiled("name"))
                    .containsExactly(
                            tuple(4, "307001/1", "姓名"), tuple(5, "307001/1", "登记日期"), tuple(6, "307001/2", "姓名"));
            assertThat(filed.oddities()).isEmpty();
        }
        assertThat(given.left()).isEmpty();
    }

    @Test
    void theCellsOfAResourceComeToTheColumnsOfTheContract() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "婚姻登记信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
        })) {
            var resource = resources(filed).getFirst();

            assertThat(resource.cells())
                    .isEqualTo(Map.ofEntries(
                            Map.entry("code", "307001/1"),
                            Map.entry("name", "婚姻登记信息"),
                            Map.entry("provider", CREDIT_CODE),
                            Map.entry("summary", "婚姻登记的摘要"),
                            Map.entry("format", "数据库/mysql"),
                            Map.entry("sharing", "有条件共享"),
                            Map.entry("condition", "办理业务"),
                            Map.entry("notSharedBasis", ""),
                            Map.entry("sharingMethod", "共享平台方式/接口"),
                            Map.entry("open", "否"),
                            Map.entry("openCondition", ""),
                            Map.entry("cycle", "每日"),
                            Map.entry("published", "2017年11月10日"),
                            Map.entry("catalogueCodes", "101001/7"),
                            Map.entry("class", "部门")));
            assertThat(resource.extra())
                    .containsEntry("信息资源提供方", "民政部")
                    .containsEntry("资源提供方代码", CREDIT_CODE)
                    .containsEntry("提供方内部部门", "社会事务司")
                    .containsEntry("信息资源格式分类", "数据库")
                    .containsEntry("数据存储总量(G)", "12")
                    .containsEntry("共享类型", "2")
                    .containsEntry("开放主题分类", "民生")
                    .doesNotContainKey("序号");
            assertThat(filed.columns(Sheet.RESOURCES))
                    .extracting(Column::alias)
                    .containsExactlyInAnyOrderElementsOf(resource.cells().keySet());
            assertThat(filed.columns(Sheet.FIELDS))
                    .extracting(Column::alias)
                    .containsExactly("resource", "name", "dataType", "length");
            assertThat(fields(filed).getFirst())
                    .isEqualTo(new FiledRow(
                            4,
                            Map.of("resource", "307001/1", "name", "姓名", "dataType", "字符型C", "length", "50"),
                            Map.of("序号", "4", "信息项备注", "")));
        }
    }

    @Test
    void theGroundsOfWithholdingAreNoCondition() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "案件信息", "307001/1", "公安局", "");
            sheet.value(3, 25, "3");
            sheet.value(3, 26, "刑事诉讼法");
            item(sheet, 4, "姓名", "字符型C", "50");
        })) {
            assertThat(resources(filed).getFirst().cells())
                    .containsEntry("sharing", "不予共享")
                    .containsEntry("condition", "")
                    .containsEntry("notSharedBasis", "刑事诉讼法");
        }
    }

    @Test
    void aProviderWithoutACreditCodeIsNamed() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "案件信息", "307001/1", "源州市公安局", "X01201000200000000");
            item(sheet, 4, "姓名", "字符型C", "50");
        })) {
            assertThat(resources(filed).getFirst().asFiled("provider")).isEqualTo("源州市公安局");
            assertThat(resources(filed).getFirst().extra()).containsEntry("资源提供方代码", "X01201000200000000");
        }
    }

    @Test
    void resourceCellsMayBeMergedRepeatedEmptyOrSayThatTheyAreTheSame() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            item(sheet, 5, "性别", "字符型C", "1");
            sheet.range(3, 8, 4, 8).merge();
            resource(sheet, 6, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 6, "民族", "字符型C", "2");
            resource(sheet, 7, "同上", "同上", "同上", "同上");
            item(sheet, 7, "住址", "同上", "同上");
            resource(sheet, 8, "乙信息", "307001/2", "同上", "同上");
            item(sheet, 8, "姓名", "字符型C", "50");
        })) {
            assertThat(resources(filed))
                    .extracting(FiledRow::number, row -> row.asFiled("code"), row -> row.asFiled("provider"))
                    .containsExactly(tuple(4, "307001/1", CREDIT_CODE), tuple(8, "307001/2", CREDIT_CODE));
            assertThat(fields(filed))
                    .extracting(
                            row -> row.asFiled("resource"), row -> row.asFiled("name"), row -> row.asFiled("length"))
                    .containsExactly(
                            tuple("307001/1", "姓名", "50"),
                            tuple("307001/1", "性别", "1"),
                            tuple("307001/1", "民族", "2"),
                            tuple("307001/1", "住址", "2"),
                            tuple("307001/2", "姓名", "50"));
            assertThat(filed.oddities())
                    .filteredOn(oddity -> oddity.code().equals("SAME_AS_ABOVE"))
                    .extracting(CataloguePackage.Oddity::row)
                    .contains(7, 8);
        }
    }

    @Test
    void mergedCellsReachAcrossResourcesAndEmptyOnesDoNot() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            resource(sheet, 5, "乙信息", "307001/2", "", "");
            item(sheet, 5, "姓名", "字符型C", "50");
            resource(sheet, 6, "丙信息", "307001/3", "", "");
            item(sheet, 6, "姓名", "字符型C", "50");
            sheet.range(3, 11, 4, 11).merge();
            sheet.range(3, 9, 4, 9).merge();
        })) {
            assertThat(resources(filed))
                    .extracting(row -> row.asFiled("provider"))
                    .containsExactly(CREDIT_CODE, CREDIT_CODE, "");
            assertThat(filed.oddities())
                    .extracting(CataloguePackage.Oddity::code, CataloguePackage.Oddity::row)
                    .containsExactly(tuple("MISSING_PROVIDER", 6));
        }
    }

    @Test
    void aCodeThatVariesInsideAResourceDoesNotTearItApart() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            resource(sheet, 5, "甲信息", "307001/2", "民政部", CREDIT_CODE);
            item(sheet, 5, "性别", "字符型C", "1");
        })) {
            assertThat(resources(filed)).hasSize(1);
            assertThat(fields(filed))
                    .extracting(row -> row.asFiled("resource"))
                    .containsExactly("307001/1", "307001/1");
            assertThat(fields(filed).getLast().extra()).containsEntry("信息资源代码", "307001/2");
            assertThat(codes(filed)).containsExactly(tuple("CODE_VARIES", "信息项", 5));
        }
    }

    @Test
    void oneResourceFiledInTwoClassesStaysTwo() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            resource(sheet, 5, "甲信息", "101001/1", "民政部", CREDIT_CODE);
            item(sheet, 5, "姓名", "字符型C", "50");
        })) {
            assertThat(resources(filed)).extracting(row -> row.asFiled("code")).containsExactly("307001/1", "101001/1");
        }
    }

    @Test
    void aNameDraggedDownDoesNotTearAResourceApart() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息1", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            resource(sheet, 5, "甲信息2", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 5, "性别", "字符型C", "1");
            resource(sheet, 6, "甲信息3", "", "民政部", CREDIT_CODE);
            item(sheet, 6, "民族", "字符型C", "1");
        })) {
            assertThat(resources(filed)).hasSize(1);
            assertThat(fields(filed)).extracting(row -> row.asFiled("resource")).containsOnly("307001/1");
            assertThat(codes(filed))
                    .containsExactly(tuple("FILL_DOWN_NAME", "信息项", 5), tuple("FILL_DOWN_NAME", "信息项", 6));
        }
    }

    @Test
    void aResourceWithoutACodeTakesNoneFromTheOneAbove() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            resource(sheet, 5, "乙名录", "", "民政部", CREDIT_CODE);
            item(sheet, 5, "性别", "字符型C", "1");
        })) {
            assertThat(resources(filed)).extracting(row -> row.asFiled("code")).containsExactly("307001/1", "");
            assertThat(fields(filed)).extracting(row -> row.asFiled("resource")).containsExactly("307001/1", "");
        }
    }

    @Test
    void rowsOfNotesAreToldUnderTheWorksheetsOwnNameAndNotRead() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            item(sheet, 5, "联系电话", "字符型C", "20");
            GivenFiles.row(sheet, 6, "3");
            GivenFiles.row(sheet, 7, "填表人：张三", "", "", "联系电话：0571-0000000");
            GivenFiles.row(sheet, 8, "注：带*的为必填项");
            GivenFiles.row(sheet, 9, "填表人", "张三", "", "联系电话", "1234567");
            sheet.value(9, ITEM, "联系人:李四");
            GivenFiles.row(sheet, 11, "本表一式两份，报数据局");
        })) {
            assertThat(resources(filed)).hasSize(1);
            assertThat(fields(filed)).extracting(row -> row.asFiled("name")).containsExactly("姓名", "联系电话");
            assertThat(codes(filed))
                    .containsExactly(
                            tuple("NOTE_ROW", "市级目录", 7),
                            tuple("NOTE_ROW", "市级目录", 8),
                            tuple("NOTE_ROW", "市级目录", 9),
                            tuple("NOTE_ROW", "市级目录", 10),
                            tuple("NOTE_ROW", "市级目录", 11));
        }
    }

    @Test
    void defectsOfTheFieldAreToldWithTheirRowsAndTheRowsStillHandedOver() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "婚姻登记系统", "30701/1", "民政部", CREDIT_CODE);
            sheet.value(3, 13, "电子表格");
            sheet.value(3, 12, "");
            sheet.value(3, 15, "约20G");
            item(sheet, 4, "姓名、性别", "身份证", "50");
        })) {
            assertThat(resources(filed)).hasSize(1);
            assertThat(fields(filed)).hasSize(1);
            assertThat(codes(filed))
                    .containsExactlyInAnyOrder(
                            tuple("SYSTEM_NAME_AS_RESOURCE", "数据资源", 4),
                            tuple("CODE_LENGTH", "数据资源", 4),
                            tuple("MISSING_SUMMARY", "数据资源", 4),
                            tuple("FORMAT_CLASS_TYPE", "数据资源", 4),
                            tuple("FORMAT_METHOD", "数据资源", 4),
                            tuple("NOT_A_NUMBER", "数据资源", 4),
                            tuple("SQUEEZED_ITEMS", "信息项", 4),
                            tuple("UNKNOWN_DATA_TYPE", "信息项", 4));
            assertThat(filed.oddities())
                    .allSatisfy(oddity -> assertThat(oddity.message()).startsWith("第4行"));
        }
    }

    @Test
    void whatALaterRowSaysDifferentlyIsKeptBesideTheField() throws IOException {
        try (var filed = template(sheet -> {
            resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            item(sheet, 4, "姓名", "字符型C", "50");
            resource(sheet, 5, "甲信息", "307001/1", "民政部", CREDIT_CODE);
            sheet.value(4, 25, "不予共享");
            item(sheet, 5, "公民身份号码", "字符型C", "18");
        })) {
            assertThat(fields(filed).getLast().extra()).containsEntry("共享类型", "不予共享");
            assertThat(fields(filed).getFirst().extra()).doesNotContainKey("共享类型");
        }
    }

    @Test
    void aResourceWithoutItemsIsToldAndStillHandedOver() throws IOException {
        try (var filed = template(sheet -> resource(sheet, 4, "甲信息", "307001/1", "民政部", CREDIT_CODE))) {
            assertThat(resources(filed)).hasSize(1);
            assertThat(fields(filed)).isEmpty();
            assertThat(codes(filed)).containsExactly(tuple("NO_ITEMS", "数据资源", 4));
        }
    }

    @Test
    void nothingIsToldOfWhatIsSecret() throws IOException {
        try (var filed = template(sheet -> {
            sheet.value(1, 38, "涉密属性");
            resource(sheet, 4, "某某系统", "30701/1", "民政部", CREDIT_CODE);
            sheet.value(3, 38, "涉密");
            item(sheet, 4, "姓名、性别", "身份证", "50");
        })) {
            assertThat(resources(filed).getFirst().asFiled("secret")).isEqualTo("是");
            assertThat(fields(filed)).hasSize(1);
            assertThat(filed.oddities()).isEmpty();
        }
    }

    @Test
    void aHeaderOfOneRowIsATemplateToo() throws IOException {
        var file = given.workbook("a.xlsx", Map.of("Sheet1", sheet -> {
            GivenFiles.row(sheet, 1, "信息资源名称", "信息资源代码", "信息资源提供方", "信息项名称", "数据类型");
            GivenFiles.row(sheet, 2, "甲信息", "307001/1", "民政部", "姓名", "字符型C");
        }));

        try (var filed = CataloguePackages.open(file, given.scratch)) {
            assertThat(resources(filed).getFirst().cells())
                    .isEqualTo(Map.of("name", "甲信息", "code", "307001/1", "provider", "民政部", "class", "部门"));
            assertThat(fields(filed)).extracting(FiledRow::number).containsExactly(2);
        }
    }

    @Test
    void aSecondTemplateIsToldInsteadOfLost() throws IOException {
        var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
        for (var name : List.of("一", "二")) {
            sheets.put(name, sheet -> {
                header(sheet);
                resource(sheet, 4, name, "307001/1", "民政部", CREDIT_CODE);
                item(sheet, 4, "姓名", "字符型C", "50");
            });
        }

        try (var filed = CataloguePackages.open(given.workbook("a.xlsx", sheets), given.scratch)) {
            assertThat(resources(filed)).extracting(row -> row.asFiled("name")).containsExactly("一");
            assertThat(codes(filed)).containsExactly(tuple("TEMPLATE_IGNORED", "二", 1));
        }
    }

    private CataloguePackage template(Consumer<Worksheet> rows) throws IOException {
        var file = given.workbook("template.xlsx", Map.of("市级目录", sheet -> {
            header(sheet);
            rows.accept(sheet);
        }));
        return CataloguePackages.open(file, given.scratch);
    }

    /// A title, then the two rows of the header with their groups merged.
    private static void header(Worksheet sheet) {
        sheet.value(0, 0, "源州市政务信息资源目录");
        sheet.range(0, 0, 0, 37).merge();
        alone(sheet, 0, "序号");
        group(sheet, 1, "信息资源分类", "类", "项分类", "目分类", "细目分类1", "细目分类1.1");
        alone(sheet, 6, "关联业务事项");
        alone(sheet, 7, "信息资源名称*");
        alone(sheet, 8, "信息资源代码");
        group(sheet, 9, "信息资源提供方", "信息资源提供方", "提供方内部部门");
        alone(sheet, 11, "资源提供方代码");
        alone(sheet, 12, "信息资源摘要");
        group(sheet, 13, "信息资源格式", "信息资源格式分类", "信息资源格式类型");
        group(
                sheet,
                15,
                "信息资源大普查",
                "数据存储总量(G)",
                "结构化信息记录总数(万)",
                "已共享的数据存储量(G)",
                "已共享的结构化记录数(万)",
                "已开放的数据存储量(G)",
                "已开放的结构化记录数(万)");
        group(sheet, ITEM, "信息项信息", "信息项名称", "数据类型", "数据长度", "信息项备注");
        group(sheet, 25, "共享属性", "共享类型", "共享条件/\n不予共享依据");
        group(sheet, 27, "共享方式", "共享方式分类", "共享方式类型");
        group(sheet, 29, "开放属性", "是否向社会开放", "开放条件");
        alone(sheet, 31, "更新周期");
        alone(sheet, 32, "发布日期");
        alone(sheet, 33, "关联资源代码\n(关联及类目名称)");
        alone(sheet, 34, "开放主题分类");
    }

    private static void alone(Worksheet sheet, int column, String title) {
        sheet.value(1, column, title);
        sheet.range(1, column, 2, column).merge();
    }

    private static void group(Worksheet sheet, int column, String group, String... titles) {
        sheet.value(1, column, group);
        sheet.range(1, column, 1, column + titles.length - 1).merge();
        for (var at = 0; at < titles.length; at++) {
            sheet.value(2, column + at, titles[at]);
        }
    }

    private static void resource(Worksheet sheet, int row, String name, String code, String provider, String uscc) {
        var cells = new String[38];
        Arrays.fill(cells, "");
        cells[1] = "部门类";
        cells[7] = name;
        cells[8] = code;
        cells[9] = provider;
        cells[10] = provider.isEmpty() ? "" : "社会事务司";
        cells[11] = uscc;
        cells[12] = "婚姻登记的摘要";
        cells[13] = "数据库";
        cells[14] = "mysql";
        cells[15] = "12";
        cells[25] = "2";
        cells[26] = "办理业务";
        cells[27] = "共享平台方式";
        cells[28] = "接口";
        cells[29] = "否";
        cells[31] = "每日";
        cells[32] = "2017年11月10日";
        cells[33] = "101001/7";
        cells[34] = "民生";
        GivenFiles.row(sheet, row, cells);
    }

    private static void item(Worksheet sheet, int row, String name, String type, String length) {
        sheet.value(row - 1, 0, String.valueOf(row));
        sheet.value(row - 1, ITEM, name);
        sheet.value(row - 1, ITEM + 1, type);
        sheet.value(row - 1, ITEM + 2, length);
    }

    private static List<FiledRow> resources(CataloguePackage filed) throws IOException {
        return GivenFiles.rows(filed, Sheet.RESOURCES);
    }

    private static List<FiledRow> fields(CataloguePackage filed) throws IOException {
        return GivenFiles.rows(filed, Sheet.FIELDS);
    }

    private static List<Tuple> codes(CataloguePackage filed) {
        return filed.oddities().stream()
                .map(oddity -> tuple(oddity.code(), oddity.sheet(), oddity.row()))
                .toList();
    }
}
