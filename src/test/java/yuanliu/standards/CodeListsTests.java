package yuanliu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuanliu.standards.CodeLists.Likeness;

class CodeListsTests {

    private static final String HEAD = "标准号,版本,名称,又称,类别,完整,文件,来源,方式\n";

    @TempDir
    private Path own;

    @Test
    void aListIsFoundByNumberEditionTitleAndAlias() {
        var lists = CodeLists.read(null);

        assertThat(List.of("GB/T 2261.1", "GBT2261.1-2003", "GB 2261.1", "人的性别代码", "《性别代码》"))
                .allSatisfy(name ->
                        assertThat(lists.find(name).orElseThrow().code()).isEqualTo("GB/T 2261.1"));
        assertThat(lists.find("GB/T 2261.1-1980")).isEmpty();
        assertThat(lists.find("GB/T 99999")).isEmpty();
        assertThat(lists.find("GB/T 2659").orElseThrow().code()).isEqualTo("GB/T 2659.1");
    }

    @Test
    void theListsThatAreWholeHaveAllTheirCodes() {
        var sizes = Map.of("GB/T 2261.1", 4, "GB/T 2261.2", 8, "GB/T 2261.4", 13, "GB/T 3304", 56, "GB/T 4762", 13);
        var whole = CodeLists.read(null).all().stream()
                .filter(CodeList::complete)
                .collect(java.util.stream.Collectors.toMap(
                        CodeList::code, list -> list.items().size()));

        assertThat(whole).isEqualTo(sizes);
    }

    @Test
    void everyListSaysWhereItIsFromAndAListHasCodes() {
        assertThat(CodeLists.read(null).all()).allSatisfy(list -> {
            assertThat(list.source()).isNotBlank();
            assertThat(list.rule() || !list.items().isEmpty()).isTrue();
        });
    }

    @Test
    void aListOfThePlaceTakesThePlaceOfOurs() throws IOException {
        write("index.csv", HEAD + "GB/T 4762,1984,政治面貌代码,,代码表,否,own.csv,本市,\n");
        write("own.csv", "代码,名称,上级代码,说明\n01,党员,,\n");

        assertThat(CodeLists.read(own).find("政治面貌代码").orElseThrow().items())
                .containsExactly(new CodeListItem("01", "党员", null, null));
    }

    @Test
    void aListOfThePlaceAddsToOursAndMayOverrideACode() throws IOException {
        write("index.csv", HEAD + "GB/T 3304,1991,民族代码,,代码表,否,own.csv,本市扩充,补充\n");
        write("own.csv", "代码,名称,上级代码,说明\n97,其他,,\n01,汉,,\n");

        var items = CodeLists.read(own).find("GB/T 3304").orElseThrow().items();

        assertThat(items).hasSize(57);
        assertThat(items.getFirst().name()).isEqualTo("汉");
        assertThat(items.getLast().code()).isEqualTo("97");
    }

    @Test
    void aNewListOfThePlaceIsKnownByItsTitle() throws IOException {
        write("index.csv", HEAD + "DB99/T 1,2026,人才类别代码,人才分类,代码表,是,own.csv,本市地方标准,\n");
        write("own.csv", "代码,名称,上级代码,说明\nA,顶尖人才,,\nA1,院士,A,\n");

        var lists = CodeLists.read(own);

        assertThat(lists.find("人才分类").orElseThrow().items()).hasSize(2);
        assertThat(lists.likeness("人才类别代码", "DB99/T1-2026")).isEqualTo(Likeness.SAME);
    }

    @Test
    void aFolderThatIsNotThereAddsNothing() {
        assertThat(CodeLists.read(own.resolve("none")).all())
                .isEqualTo(CodeLists.read(null).all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GB/T 4762,1984,政治面貌代码,,代码表,否,none.csv,本市,|none.csv 不能读取",
                "GB/T 4762,1984,政治面貌代码,,代码,否,,本市,|index.csv 第 2 行:应为 代码表 或 编码规则,写的是“代码”",
                "GB/T 4762,1984,政治面貌代码,,代码表,大概,,本市,|应为 否 或 是,写的是“大概”",
                "GB/T 4762,1984,,,代码表,否,,本市,|没有写名称",
                "DB99/T 1,2026,性别代码,,代码表,否,,本市,|“性别代码”与“GB/T 2261.1”重复",
                "DB99/T 1,2026,人才类别,,代码表,否,,本市,补充|没有可以补充的“DB99/T 1”",
                "DB99/T 1,2026,人才类别,,代码表,否,../x.csv,本市,|应是同一文件夹里的 .csv",
                "DB99/T 1,2026,人才类别,,代码表,否,twice.csv,本市,|twice.csv 第 3 行:代码“A”写了两次",
                "DB99/T 1,2026,人才类别,,代码表,否,orphan.csv,本市,|上级代码“B”不在表中"
            })
    void whatCannotBeUnderstoodStopsTheStartWithASentence(String row, String sentence) throws IOException {
        write("index.csv", HEAD + row + "\n");
        if (row.contains("twice.csv")) {
            write("twice.csv", "代码,名称\nA,甲\nA,乙\n");
        }
        if (row.contains("orphan.csv")) {
            write("orphan.csv", "代码,名称,上级代码\nA,甲,B\n");
        }

        assertThatThrownBy(() -> CodeLists.read(own))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aFileThatTheIndexDoesNotNameIsRefused() throws IOException {
        write("forgotten.csv", "代码,名称\nA,甲\n");

        assertThatThrownBy(() -> CodeLists.read(own)).hasMessageContaining("forgotten.csv 没有写在同一文件夹的 index.csv 里");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(own.resolve(file), text);
    }
}
