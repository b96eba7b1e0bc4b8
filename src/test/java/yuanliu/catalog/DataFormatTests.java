package yuanliu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yuanliu.catalog.DataFormat.BaseType;

class DataFormatTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "c18||CHARACTER|18|18|-",
                "c..50||CHARACTER|0|50|-",
                "an..200||CHARACTER|0|200|-",
                "an3..8||CHARACTER|3|8|-",
                "a2||CHARACTER|2|2|-",
                "n1||NUMBER|1|1|-",
                "n..17,2||NUMBER|0|17|2",
                "n10,2||NUMBER|10|10|2",
                "d8||DATE|8|8|-",
                "d14||DATE_TIME|14|14|-",
                "t6||TIME|6|6|-",
                "ul||CHARACTER|0|-|-",
                "an..ul||CHARACTER|0|-|-",
                "字符型C|18|CHARACTER|0|18|-",
                "字符串型C|18位|CHARACTER|0|18|-",
                "字符型|8..18|CHARACTER|8|18|-",
                "字符型C(18)||CHARACTER|0|18|-",
                "Ｃ|１８|CHARACTER|0|18|-",
                "数值型N||NUMBER|0|-|-",
                "数值型N|10,2|NUMBER|0|10|2",
                "货币型Y|16，2|MONEY|0|16|2",
                "日期型D||DATE|0|-|-",
                "日期时间型T||DATE_TIME|0|-|-",
                "T||DATE_TIME|0|-|-",
                "逻辑型L||LOGICAL|0|-|-",
                "备注型M|不限|LONG_TEXT|0|-|-",
                "通用型G||BINARY|0|-|-",
                "双精度型B||FLOAT|0|-|-",
                "整型I||INTEGER|0|-|-",
                "浮点型F||FLOAT|0|-|-",
                "C(18)||CHARACTER|0|18|-",
                "N（10，2）||NUMBER|0|10|2",
                "D(8)||DATE|0|8|-",
                "字符型（18）||CHARACTER|0|18|-",
                "VARCHAR2(18 CHAR)||CHARACTER|0|18|-",
                "varchar2(64 byte)||CHARACTER|0|64|-",
                "char(18 char)||CHARACTER|18|18|-",
                "varchar(18)||CHARACTER|0|18|-",
                "VARCHAR2(18)||CHARACTER|0|18|-",
                "char(18)||CHARACTER|18|18|-",
                "NUMBER(10,2)||NUMBER|0|10|2",
                "decimal|10,2|NUMBER|0|10|2",
                "datetime||DATE_TIME|0|-|-",
                "date||DATE|0|-|-",
                "int||INTEGER|0|-|-",
                "bigint(20)||INTEGER|0|20|-",
                "整数||INTEGER|0|-|-",
                "布尔||LOGICAL|0|-|-",
                "double precision||FLOAT|0|-|-"
            })
    void everyNotationComesToOneForm(
            String type, String length, BaseType baseType, int least, Integer most, Integer scale) {
        assertThat(DataFormat.parse(type, length == null ? "" : length))
                .contains(new DataFormat(baseType, least, most, scale));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "同上", "身份证", "x18", "见附件", "c18c", "x(18)", "c(18", "varchar(18", "18", "字符型C18)"})
    void whatIsNoTypeIsNone(String type) {
        assertThat(DataFormat.parse(type)).isEmpty();
    }

    @Test
    void aLengthThatSaysNothingLeavesTheType() {
        assertThat(DataFormat.parse("字符型C", "视情况")).contains(new DataFormat(BaseType.CHARACTER, 0, null, null));
    }

    @Test
    void whatTheTypeSaysOfItsLengthComesFirst() {
        assertThat(DataFormat.parse("varchar(18)", "20")).contains(new DataFormat(BaseType.CHARACTER, 0, 18, null));
    }
}
