package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPackagesTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private GivenFiles given;

    @BeforeEach
    void given() {
        given = new GivenFiles(folder);
    }

    @Test
    void aFolderIsReadSheetBySheetInTheOrderOfFiling() throws IOException {
        given.text("package/fields.csv", "资源编码,信息项名称\nR1,姓名\n");
        given.text("package/departments.csv", "部门编码*,部门名称*\nD1,民政部\n");
        given.text("package/readme.txt", "无关");

        try (var filed = open(folder.resolve("package"))) {
            assertThat(filed.sheets()).containsExactly(Sheet.DEPARTMENTS, Sheet.FIELDS);
            assertThat(GivenFiles.rows(filed, Sheet.DEPARTMENTS))
                    .containsExactly(new FiledRow(2, Map.of("code", "D1", "name", "民政部"), Map.of()));
            assertThat(filed.columns(Sheet.FIELDS)).extracting(Column::alias).containsExactly("resource", "name");
        }
    }

    @Test
    void subFoldersAreLookedThroughBesideFilesAtTheTop() throws IOException {
        given.text("package/departments.csv", "code,name\nD1,民政部\n");
        given.text("package/社会事务/fields.csv", "resource,name\nR1,姓名\n");
        given.text("package/社会事务/__MACOSX/fields.csv", "x");

        try (var filed = open(folder.resolve("package"))) {
            assertThat(filed.sheets()).containsExactly(Sheet.DEPARTMENTS, Sheet.FIELDS);
            assertThat(GivenFiles.rows(filed, Sheet.FIELDS)).hasSize(1);
        }
    }

    @Test
    void oneFileInTwoFoldersIsRefusedInsteadOfLost() throws IOException {
        given.text("package/departments.csv", "code,name\nD1,民政部\n");
        given.text("package/旧/departments.csv", "code,name\nD1,内务部\n");

        assertThatExceptionOfType(IllegalPackage.class)
                .isThrownBy(() -> open(folder.resolve("package")))
                .satisfies(illegal -> assertThat(illegal.code()).isEqualTo("FILE_TWICE"));
    }

    @Test
    void oneFileNamedAsInTheContractIsAPackage() throws IOException {
        try (var filed = open(given.text("regions.csv", "code,name\n990100,源州市\n"))) {
            assertThat(filed.sheets()).containsExactly(Sheet.REGIONS);
            assertThat(rows(filed)).extracting(row -> row.compared("code")).containsExactly("990100");
        }
    }

    @Test
    void headersAreTakenInBothLanguagesInAnyOrderAndDress() throws IOException {
        var file = given.text(
                "departments.csv", "\uFEFF名称备注,  NAME ,部门 编码＊,统一社会\u3000信用代码\r\n甲,民政部,D1,111000000000131433\r\n");

        try (var filed = open(file)) {
            assertThat(GivenFiles.rows(filed, Sheet.DEPARTMENTS))
                    .containsExactly(new FiledRow(
                            2, Map.of("name", "民政部", "code", "D1", "uscc", "111000000000131433"), Map.of("名称备注", "甲")));
        }
    }

    @Test
    void aHeaderTwiceIsNotLostAndTheFirstWins() throws IOException {
        try (var filed = open(given.text("regions.csv", "区划代码,区划名称,name,备注,备注,区划名称\n1,甲,乙,丙,丁,戊\n"))) {
            var row = rows(filed).getFirst();

            assertThat(row.cells()).isEqualTo(Map.of("code", "1", "name", "甲"));
            assertThat(row.extra()).isEqualTo(Map.of("name~2", "乙", "备注", "丙", "备注~2", "丁", "区划名称~2", "戊"));
        }
    }

    @Test
    void aMissingCompulsoryColumnLeavesItsRowsToBeRefused() throws IOException {
        try (var filed = open(given.text("regions.csv", "区划名称\n甲\n"))) {
            assertThat(filed.columns(Sheet.REGIONS)).extracting(Column::alias).containsExactly("name");
            assertThat(rows(filed)).singleElement().satisfies(row -> {
                assertThat(row.asFiled("code")).isNull();
                assertThat(row.asFiled("name")).isEqualTo("甲");
            });
        }
    }

    @Test
    void blankRowsAreNotHandedOverButKeepTheirNumber() throws IOException {
        try (var filed = open(given.text("regions.csv", "区划代码,区划名称\n1,甲\n\n , \u3000\n2,乙\n"))) {
            assertThat(rows(filed)).extracting(FiledRow::number).containsExactly(2, 5);
        }
    }

    @Test
    void aCellOfSeveralLinesIsOneRecord() throws IOException {
        try (var filed = open(given.text("regions.csv", "区划代码,区划名称\r\n1,\"甲\r\n\"\"市\"\"\n\"\r\n2,乙\r\n"))) {
            assertThat(rows(filed))
                    .extracting(FiledRow::number, row -> row.asFiled("name"))
                    .containsExactly(tuple(2, "甲\r\n\"市\"\n"), tuple(3, "乙"));
        }
    }

    @Test
    void rowsMayHaveFewerOrMoreCellsThanTheHeader() throws IOException {
        try (var filed = open(given.text("regions.csv", "区划代码,区划名称,层级\n1\n2,乙,市,丙,,丁\n"))) {
            assertThat(rows(filed))
                    .containsExactly(
                            new FiledRow(2, Map.of("code", "1", "name", "", "level", ""), Map.of()),
                            new FiledRow(
                                    3, Map.of("code", "2", "name", "乙", "level", "市"), Map.of("列4", "丙", "列6", "丁")));
        }
    }

    @Test
    void theFileMayBeReadAgain() throws IOException {
        try (var filed = open(given.text("regions.csv", "区划代码,区划名称\n1,甲\n"))) {
            assertThat(rows(filed)).isEqualTo(rows(filed)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "GB2312", "UTF-16LE", "UTF-16BE"})
    void theCharsetIsFound(String charset) throws IOException {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var file = given.text("regions.csv", mark + "区划代码,区划名称\n990100,源州市\n", Charset.forName(charset));

        try (var filed = open(file)) {
            assertThat(rows(filed)).extracting(row -> row.asFiled("name")).containsExactly("源州市");
        }
    }

    @Test
    void aCharsetThatShowsOnlyFarDownIsFoundToo() throws IOException {
        var ascii = new StringBuilder("code,name\n");
        for (var row = 0; row < 50_000; row++) {
            ascii.append("R").append(row).append(",name\n");
        }

        try (var filed = open(given.text("regions.csv", ascii + "R,\u9fa6源\n", GB18030))) {
            assertThat(rows(filed).getLast().asFiled("name")).isEqualTo("\u9fa6源");
        }
        try (var filed = open(given.text("regions.csv", ascii + "R,源\n", StandardCharsets.UTF_8))) {
            assertThat(rows(filed).getLast().asFiled("name")).isEqualTo("源");
        }
    }

    @Test
    void charactersAcrossTheBordersOfBuffersAreNotBroken() throws IOException {
        for (var shift = 0; shift < 4; shift++) {
            var text = "code,name\n" + "x".repeat(shift) + ",\"" + "源𠮷".repeat(60_000) + "\"\n";

            for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
                try (var filed = open(given.text("regions.csv", text, charset))) {
                    assertThat(rows(filed).getFirst().asFiled("name")).isEqualTo("源𠮷".repeat(60_000));
                }
            }
        }
    }

    @Test
    void oneWrongByteDoesNotKeepTheRestFromBeingRead() throws IOException {
        var bytes = "code,name\n1,甲\n2,乙\n".getBytes(StandardCharsets.UTF_8);
        bytes[12] = (byte) 0xFF;

        try (var filed = open(given.bytes("regions.csv", bytes))) {
            assertThat(rows(filed)).extracting(row -> row.compared("code")).containsExactly("1", "2");
        }
    }

    @Test
    void zeroBytesAndStrayQuotesAreKept() throws IOException {
        try (var filed = open(given.text("regions.csv", "code,name\n1,a\0b\n2,5\" 管\n3,\"甲\"乙\n4,丁\n"))) {
            assertThat(rows(filed)).extracting(row -> row.asFiled("name")).containsExactly("a\0b", "5\" 管", "甲乙", "丁");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void aQuoteThatNothingClosesIsRefusedWithItsRecord(String charset) throws IOException {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var file = given.text("regions.csv", mark + "code,name\n1,\"甲\"\n2,\"乙\n3,丙\n", Charset.forName(charset));

        assertThatExceptionOfType(IllegalPackage.class)
                .isThrownBy(() -> open(file))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("BROKEN_QUOTES");
                    assertThat(refusal.kind()).isEqualTo(IllegalPackage.Kind.NOT_A_PACKAGE);
                    assertThat(refusal.sentence()).contains("regions.csv").contains("第3条记录");
                });
    }

    @Test
    void aCellOfAMegabyteIsHandedOver() throws IOException {
        var text = "源".repeat(1 << 20);

        try (var filed = open(given.text("regions.csv", "code,name\n1," + text + "\n"))) {
            assertThat(rows(filed).getFirst().asFiled("name")).isEqualTo(text);
        }
    }

    @Test
    void aCellBeyondAllMeasureIsRefused() throws IOException {
        try (var filed =
                open(given.text("regions.csv", "code,name\n1," + "x".repeat(CsvRows.LONGEST_FIELD + 1) + "\n"))) {
            assertThatExceptionOfType(IllegalPackage.class)
                    .isThrownBy(() -> rows(filed))
                    .matches(refusal -> refusal.code().equals("BROKEN_CSV"));
        }
    }

    @Test
    void anEmptyFileHasNoRowsAndNoColumns() throws IOException {
        try (var filed = open(given.text("regions.csv", ""))) {
            assertThat(filed.columns(Sheet.REGIONS)).isEmpty();
            assertThat(rows(filed)).isEmpty();
        }
    }

    @Test
    void inAZipFoldersAreLookedThroughAndOtherNamesIgnored() throws IOException {
        var entries = new LinkedHashMap<String, String>();
        entries.put("目录包/市级/regions.csv", "code,name\n1,甲\n");
        entries.put("__MACOSX/目录包/._regions.csv", "x");
        entries.put("__MACOSX/regions.csv", "x");
        entries.put("目录包/说明.txt", "x");
        entries.put("../../departments.csv", "code,name\n1,甲\n");
        entries.put("/etc/systems.csv", "code,name\n1,甲\n");
        entries.put("C:\\temp\\elements.csv", "code,name\n1,甲\n");

        try (var filed = open(given.zip("package.zip", entries))) {
            assertThat(filed.sheets()).containsExactly(Sheet.REGIONS);
            assertThat(rows(filed)).hasSize(1);
        }
        assertThat(given.left()).isEmpty();
    }

    @Test
    void foldersWithNamesInAnOldCharsetDoNotMatter() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, GB18030)) {
            zip.putNextEntry(new ZipEntry("目录包乗/regions.csv"));
            zip.write("code,name\n1,甲\n".getBytes(GB18030));
            zip.closeEntry();
        }

        try (var filed = open(given.bytes("package.zip", bytes.toByteArray()))) {
            assertThat(rows(filed)).extracting(row -> row.asFiled("name")).containsExactly("甲");
        }
    }

    @Test
    void onlyTheRowThatIsNoSecretIsToldOf() throws IOException {
        given.text("package/resources.csv", "资源编码,资源名称,提供部门编码,涉密\nR1,甲,D1,是\nR2,乙,D1,否\n");
        given.text("package/fields.csv", "资源编码,信息项名称\nR1,姓名\n");

        try (var filed = open(folder.resolve("package"))) {
            assertThat(GivenFiles.rows(filed, Sheet.RESOURCES)).hasSize(2);
            assertThat(GivenFiles.rows(filed, Sheet.FIELDS)).hasSize(1);
            assertThat(filed.oddities()).isEmpty();
        }
    }

    private CataloguePackage open(Path path) throws IOException {
        return CataloguePackages.open(path, given.scratch);
    }

    private static List<FiledRow> rows(CataloguePackage filed) throws IOException {
        return GivenFiles.rows(filed, Sheet.REGIONS);
    }
}
