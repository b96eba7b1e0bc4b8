package yuanliu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListNameTests {

    @ParameterizedTest
    @CsvSource({
        "GB/T 2261.1, GB2261.1,",
        "gbt2261.1-2003, GB2261.1, 2003",
        "ＧＢ／Ｔ　２２６１．１—２００３, GB2261.1, 2003",
        "GB／T2261.1–2003 个人基本信息分类与代码, GB2261.1, 2003",
        "《性别代码》（GB/T 2261.1）, GB2261.1,",
        "GB 3304-91, GB3304, 1991",
        "GA/T 543.1-2011, GA543.1, 2011",
        "DB37/T 4220-2020, DB374220, 2020",
        "HJ 633, HJ633,",
        "GB32100—2015, GB32100, 2015"
    })
    void aStandardIsKnownByItsNumberInWhateverNotation(String written, String key, String edition) {
        assertThat(CodeListName.of(written)).isEqualTo(new CodeListName(key, edition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ICD-10", "ISO 3166-1", "自定义", "GB/T 2261.1、GB/T 3304", "见附表1", ""})
    void whatNamesNoStandardOrSeveralIsItself(String written) {
        assertThat(CodeListName.of(written).key())
                .isEqualTo(written.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
        assertThat(CodeListName.of(written).edition()).isNull();
    }

    @Test
    void partsOfAStandardAreDifferentLists() {
        assertThat(CodeListName.of("GB/T 2261.1")).isNotEqualTo(CodeListName.of("GB/T 2261.2"));
        assertThat(CodeListName.of("GB/T 2261")).isNotEqualTo(CodeListName.of("GB/T 2261.1"));
    }
}
