package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksTests {

    @TempDir
    Path folder;

    private GivenFiles given;

    @BeforeEach
    void given() {
        given = new GivenFiles(folder);
    }

    @Test
    void sheetsAreKnownByTheirChineseNames() throws IOException {
        var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
        sheets.put("说明", sheet -> GivenFiles.row(sheet, 1, "填表说明"));
        sheets.put("部门", sheet -> {
            GivenFiles.row(sheet, 1, "部门编码*", "部门名称*");
            GivenFiles.row(sheet, 2, "D1", "民政部");
        });
        sheets.put(" 行政区划 ", sheet -> GivenFiles.row(sheet, 1, "区划代码*", "区划名称*"));

        try (var filed = open(given.workbook("a.xlsx", sheets))) {
            assertThat(filed.sheets()).containsExactly(Sheet.REGIONS, Sheet.DEPARTMENTS);
            assertThat(GivenFiles.rows(filed, Sheet.DEPARTMENTS))
                    .containsExactly(new FiledRow(2, Map.of("code", "D1", "name", "民政部"), Map.of()));
        }
        assertThat(given.left()).isEmpty();
    }

    @Test
    void numbersAreReadAsTheyStandInTheCell() throws IOException {
        var row = only(sheet -> {
            GivenFiles.row(sheet, 1, "区划代码", "区划名称", "a", "b", "c", "d", "e");
            sheet.value(1, 0, 990100);
            sheet.value(1, 1, 0.9);
            sheet.value(1, 2, 123456789012345L);
            sheet.value(1, 3, true);
            sheet.value(1, 4, LocalDate.of(2017, 11, 10));
            sheet.style(1, 4).format("yyyy-mm-dd").set();
            sheet.value(1, 5, LocalDateTime.of(2017, 11, 10, 8, 30));
            sheet.style(1, 5).format("yyyy\"年\"m\"月\"d\"日\" h:mm").set();
            sheet.value(1, 6, 12345);
            sheet.style(1, 6).format("000000").set();
        });

        assertThat(row.cells()).isEqualTo(Map.of("code", "990100", "name", "0.9"));
        assertThat(row.extra())
                .isEqualTo(Map.of(
                        "a", "123456789012345",
                        "b", "TRUE",
                        "c", "2017-11-10",
                        "d", "2017-11-10 08:30:00",
                        "e", "012345"));
    }

    @Test
    void scientificNotationIsNeverHandedOver() throws IOException {
        try (var filed =
                raw("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>code</v></c><c r=\"B1\" t=\"str\"><v>name</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>9.901E5</v></c><c r=\"B2\"><v>0.30000000000000004</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>1E999999999</v></c><c r=\"B3\"><v>43049.0</v></c></row>")) {
            assertThat(rows(filed))
                    .extracting(row -> row.asFiled("code"), row -> row.asFiled("name"))
                    .containsExactly(tuple("990100", "0.3"), tuple("1E999999999", "43049"));
        }
    }

    @Test
    void aNumberOfMoreDigitsThanExcelKeepsIsWarned() throws IOException {
        try (var filed = raw(
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>code</v></c><c r=\"B1\" t=\"str\"><v>name</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>1.10101199001011E+17</v></c><c r=\"B2\" t=\"str\"><v>甲</v></c></row>")) {
            assertThat(rows(filed).getFirst().asFiled("code")).isEqualTo("110101199001011000");
            assertThat(filed.oddities()).singleElement().satisfies(oddity -> {
                assertThat(oddity.code()).isEqualTo("PRECISION_LOST");
                assertThat(oddity.sheet()).isEqualTo("行政区划");
                assertThat(oddity.row()).isEqualTo(2);
                assertThat(oddity.column()).isEqualTo("区划代码");
                assertThat(oddity.value()).isEqualTo("110101199001011000");
            });
        }
    }

    @Test
    void formulasGiveWhatTheyCameToAndElseTheirText() throws IOException {
        try (var filed = raw(
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>code</v></c><c r=\"B1\" t=\"str\"><v>name</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"R\"&amp;1</f><v>R1</v></c><c r=\"B2\"><f>A1+1</f></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>=HYPERLINK(1)</t></is></c></row>")) {
            assertThat(rows(filed))
                    .extracting(row -> row.asFiled("code"), row -> row.asFiled("name"))
                    .containsExactly(tuple("R1", "=A1+1"), tuple("#DIV/0!", "=HYPERLINK(1)"));
            assertThat(filed.oddities())
                    .extracting(CataloguePackage.Oddity::code, CataloguePackage.Oddity::row)
                    .containsExactly(tuple("FORMULA_ERROR", 3));
        }
    }

    @Test
    void textsMadeOfRunsAreReadWithoutTheirPronunciation() throws IOException {
        var file = given.rawWorkbook(
                "a.xlsx",
                "行政区划",
                GivenFiles.sheetXml(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>"),
                Map.of(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>code</t></si><si><t>name</t></si>"
                                + "<si><r><rPr><b/></rPr><t>9901</t></r><r><t>00</t></r><rPh sb=\"0\" eb=\"1\"><t>読み</t></rPh></si>"
                                + "<si><t xml:space=\"preserve\"> 源_x000D_\n州 </t></si></sst>"));

        try (var filed = open(file)) {
            assertThat(rows(filed).getFirst().cells()).isEqualTo(Map.of("code", "990100", "name", " 源\r\n州 "));
            assertThat(given.left()).isNotEmpty();
        }
        assertThat(given.left()).isEmpty();
    }

    @Test
    void hiddenRowsAreReadAndMergedCellsHaveTheirTextInTheFirst() throws IOException {
        var file = given.workbook("a.xlsx", Map.of("行政区划", sheet -> {
            GivenFiles.row(sheet, 1, "区划代码", "区划名称", "层级");
            GivenFiles.row(sheet, 2, "1", "甲", "市");
            GivenFiles.row(sheet, 3, "2", "乙", "");
            sheet.hideRow(2);
            sheet.range(1, 2, 2, 2).merge();
        }));

        try (var filed = open(file)) {
            assertThat(rows(filed))
                    .extracting(row -> row.asFiled("code"), row -> row.asFiled("level"))
                    .containsExactly(tuple("1", "市"), tuple("2", ""));
        }
    }

    @Test
    void rowsKeepTheNumbersThatExcelShows() throws IOException {
        var file = given.workbook("a.xlsx", Map.of("行政区划", sheet -> {
            GivenFiles.row(sheet, 1, "区划代码", "区划名称");
            GivenFiles.row(sheet, 5, "1", "甲");
            GivenFiles.row(sheet, 6, " ", "\u3000");
            GivenFiles.row(sheet, 9, "2", "乙");
        }));

        try (var filed = open(file)) {
            assertThat(rows(filed)).extracting(FiledRow::number).containsExactly(5, 9);
        }
    }

    @Test
    void aTitleAboveTheHeaderIsNotTakenForOne() throws IOException {
        var file = given.workbook("a.xlsx", Map.of("行政区划", sheet -> {
            GivenFiles.row(sheet, 1, "源州市行政区划表");
            GivenFiles.row(sheet, 3, "区划代码", "区划名称");
            GivenFiles.row(sheet, 4, "1", "甲");
        }));

        try (var filed = open(file)) {
            assertThat(rows(filed)).extracting(FiledRow::number).containsExactly(4);
        }
    }

    @Test
    void aCellThatIsTooLongForAnybodyIsCutButStillTooLong() throws IOException {
        try (var filed =
                raw("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>code</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>"
                        + "x".repeat(5 << 20) + "</v></c></row>")) {
            assertThat(rows(filed).getFirst().asFiled("code")).hasSize(Xml.LONGEST_TEXT);
        }
    }

    private FiledRow only(Consumer<Worksheet> sheet) throws IOException {
        try (var filed = open(given.workbook("a.xlsx", Map.of("行政区划", sheet)))) {
            assertThat(filed.oddities()).isEmpty();
            var rows = rows(filed);
            assertThat(rows).hasSize(1);
            return rows.getFirst();
        }
    }

    private CataloguePackage raw(String rows) throws IOException {
        return open(given.rawWorkbook("a.xlsx", "行政区划", GivenFiles.sheetXml(rows), Map.of()));
    }

    private CataloguePackage open(Path file) throws IOException {
        return CataloguePackages.open(file, given.scratch);
    }

    private static List<FiledRow> rows(CataloguePackage filed) throws IOException {
        return GivenFiles.rows(filed, Sheet.REGIONS);
    }
}
