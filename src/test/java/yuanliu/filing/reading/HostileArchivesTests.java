package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileArchivesTests {

    private static final String REGIONS = "code,name\n1,甲\n";

    @TempDir
    Path folder;

    private GivenFiles given;

    @BeforeEach
    void given() {
        given = new GivenFiles(folder);
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(given.left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "notes.txt,WRONG_TYPE",
        "report.pdf,WRONG_TYPE",
        "目录.csv,WRONG_TYPE",
        "package.zip,WRONG_TYPE",
        "package.xlsx,WRONG_TYPE"
    })
    void whatIsOfAnotherTypeIsNoPackage(String name, String code) throws IOException {
        refused(given.text(name, "text"), code, IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void whatIsNotThereIsNoPackage() throws IOException {
        refused(folder.resolve("nowhere.zip"), "NO_FILE", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aFolderOrZipWithoutAKnownFileIsNoPackage() throws IOException {
        given.text("package/notes.csv", "x");

        refused(folder.resolve("package"), "NOTHING_KNOWN", IllegalPackage.Kind.NOT_A_PACKAGE);
        refused(given.zip("a.zip", Map.of("notes.csv", "x")), "NOTHING_KNOWN", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aZipCutOffIsBroken() throws IOException {
        var bytes = GivenFiles.zipped(Map.of("regions.csv", REGIONS));

        refused(
                given.bytes("a.zip", Arrays.copyOf(bytes, bytes.length - 30)),
                "BROKEN_ZIP",
                IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aByteChangedInAnEntryIsFound() throws IOException {
        var bytes = GivenFiles.zipped(Map.of("regions.csv", "code,name\n" + "1,abcdefgh\n".repeat(2_000)));
        bytes[60] ^= 0x10;

        assertThatExceptionOfType(IllegalPackage.class)
                .isThrownBy(() -> open(given.bytes("a.zip", bytes)))
                .satisfies(refusal -> assertThat(refusal.code()).isIn("BAD_CHECKSUM", "BROKEN_ZIP"));
    }

    @Test
    void aWrongChecksumIsFound() throws IOException {
        var bytes = GivenFiles.zipped(Map.of("regions.csv", REGIONS));
        var directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 16] ^= 1;

        refused(given.bytes("a.zip", bytes), "BAD_CHECKSUM", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void anEncryptedZipIsToldSo() throws IOException {
        var bytes = GivenFiles.zipped(Map.of("regions.csv", REGIONS));
        bytes[6] |= 1;
        bytes[lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;

        refused(given.bytes("a.zip", bytes), "ENCRYPTED", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void anOldOrEncryptedWorkbookIsToldSo() throws IOException {
        var bytes = new byte[4_096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, bytes, 0, 4);

        refused(given.bytes("a.xlsx", bytes), "OLD_OR_ENCRYPTED", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        refused(
                given.bytes("a.zip", GivenFiles.zippedTwice("regions.csv", REGIONS)),
                "DUPLICATE_ENTRY",
                IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void oneFileInTwoFoldersIsRefused() throws IOException {
        refused(
                given.zip("a.zip", Map.of("a/regions.csv", REGIONS, "b/regions.csv", REGIONS)),
                "FILE_TWICE",
                IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aBigEntryPackedTooWellIsTooBig() throws IOException {
        refused(
                given.bytes("a.zip", GivenFiles.zeros("regions.csv", 51)),
                "SUSPICIOUS_RATIO",
                IllegalPackage.Kind.TOO_BIG);
        refused(
                given.bytes("a.xlsx", GivenFiles.zeros("xl/workbook.xml", 51)),
                "SUSPICIOUS_RATIO",
                IllegalPackage.Kind.TOO_BIG);
    }

    @Test
    void anEntryThatIsSmallMayBePackedAsWellAsItLikes() throws IOException {
        var archive = Archive.open(given.bytes("a.zip", GivenFiles.zeros("regions.csv", 50)), Archive.Limits.USUAL);

        assertThat(archive.named("regions.csv")).hasSize(1);
        archive.close();
    }

    @Test
    void anEntryThatUnpacksToMoreThanItSaysIsFoundOut() throws IOException {
        var bytes = GivenFiles.zeros("regions.csv", 3);
        var directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(bytes, directory + 24, directory + 28, (byte) 0);
        bytes[directory + 25] = 1;
        var file = given.bytes("a.zip", bytes);

        assertThatExceptionOfType(IllegalPackage.class).isThrownBy(() -> open(file));
    }

    @Test
    void anArchiveOfMoreThanTheLimitIsTooBig() throws IOException {
        var limits = new Archive.Limits(2L << 20, 200, 50L << 20, 1L << 20);
        var file = given.bytes("a.zip", GivenFiles.zeros("regions.csv", 3));

        assertThatExceptionOfType(IllegalPackage.class)
                .isThrownBy(() -> CataloguePackages.open(file, given.scratch, limits))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("TOO_BIG_UNPACKED");
                    assertThat(refusal.tooBig()).isTrue();
                });
    }

    @Test
    void aListOfEntriesThatWouldFillTheMemoryIsNotOpened() throws IOException {
        var limits = new Archive.Limits(2L << 20, 200, 50L << 20, 16);
        var file = given.zip("a.zip", Map.of("regions.csv", REGIONS));

        assertThatExceptionOfType(IllegalPackage.class)
                .isThrownBy(() -> CataloguePackages.open(file, given.scratch, limits))
                .matches(refusal -> refusal.code().equals("TOO_MANY_ENTRIES"));
    }

    @Test
    void aWorkbookWithoutAKnownSheetIsNoPackage() throws IOException {
        var file = given.workbook("a.xlsx", Map.of("Sheet1", sheet -> GivenFiles.row(sheet, 1, "甲", "乙")));

        refused(file, "NOTHING_KNOWN", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aZipThatOnlyLooksLikeAWorkbookIsNone() throws IOException {
        refused(
                given.zip("a.xlsx", Map.of("[Content_Types].xml", "<x/>")),
                "NO_WORKBOOK",
                IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aWorkbookOfBrokenXmlIsNone() throws IOException {
        refused(
                given.zip("a.xlsx", Map.of("xl/workbook.xml", "<workbook><sheets")),
                "BROKEN_WORKBOOK",
                IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void aWorkbookWithEntitiesIsRefused() throws IOException {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
        var outside = bomb.replace("\"aaaaaaaaaa\"", "SYSTEM \"file:///etc/hostname\"");

        for (var xml : new String[] {bomb, outside}) {
            refused(
                    given.rawWorkbook("a.xlsx", "行政区划", xml, Map.of()),
                    "XML_ENTITIES",
                    IllegalPackage.Kind.NOT_A_PACKAGE);
        }
    }

    @Test
    void entitiesInTheSharedTextsAreRefusedAndLeaveNothing() throws IOException {
        var file = given.rawWorkbook(
                "a.xlsx",
                "行政区划",
                GivenFiles.sheetXml(""),
                Map.of("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a \"a\">]><sst><si><t>&a;</t></si></sst>"));

        refused(file, "XML_ENTITIES", IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>",
        "<row r=\"2000000\"><c><v>1</v></c></row>",
        "<row r=\"3\"/><row r=\"2\"/>",
        "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>"
    })
    void cellsOutsideOfEverySheetAreRefusedInsteadOfAllocated(String rows) throws IOException {
        refused(
                given.rawWorkbook(
                        "a.xlsx", "行政区划", GivenFiles.sheetXml(rows), Map.of("xl/sharedStrings.xml", "<sst/>")),
                "BROKEN_WORKBOOK",
                IllegalPackage.Kind.NOT_A_PACKAGE);
    }

    @Test
    void elementsNestedWithoutEndAndTagsOfAMegabyteAreRefused() throws IOException {
        for (var rows : new String[] {"<a>".repeat(10_000), "<row r=\"" + "1".repeat(2 << 20) + "\"/>"}) {
            refused(
                    given.rawWorkbook("a.xlsx", "行政区划", GivenFiles.sheetXml(rows), Map.of()),
                    "BROKEN_WORKBOOK",
                    IllegalPackage.Kind.NOT_A_PACKAGE);
        }
    }

    private void refused(Path file, String code, IllegalPackage.Kind kind) throws IOException {
        assertThatExceptionOfType(IllegalPackage.class)
                .isThrownBy(() -> open(file))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.kind()).isEqualTo(kind);
                    assertThat(refusal.sentence()).containsPattern("[\\u4e00-\\u9fff]");
                });
        assertThat(given.left()).isEmpty();
        if (Files.isRegularFile(file)) {
            Files.delete(file);
        }
    }

    private CataloguePackage open(Path file) throws IOException {
        return CataloguePackages.open(file, given.scratch);
    }

    private static int lastIndexOf(byte[] bytes, byte[] sought) {
        for (var at = bytes.length - sought.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        throw new AssertionError("Not found");
    }
}
