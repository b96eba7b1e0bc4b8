package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-11-10",
                "2017/11/10",
                "2017.11.10",
                "2017年11月10日",
                "2017 年 11 月 10 日",
                "2017年11月10",
                "20171110",
                "２０１７－１１－１０",
                "２０１７年１１月１０日",
                " 2017-11-10\n",
                "2017-11-10T08:30:00+08:00",
                "2017-11-10 08:30",
                "2017-11-10 08:30:15.123",
                "2017年11月10日 8时30分",
                "2017/11/10 上午8:30:00",
                "43049",
                "43049.5"
            })
    void aDayIsReadHoweverItIsWritten(String cell) {
        assertThat(Cells.date(cell)).isEqualTo(new Outcome.Read<>(LocalDate.of(2017, 11, 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2017-13-01",
                "2017年11月",
                "2017",
                "201711",
                "2017年11-10",
                "长期",
                "17-11-10",
                "2017-1110",
                "99999999"
            })
    void whatIsNoDayIsUnreadableAndNotGuessed(String cell) {
        assertThat(Cells.date(cell)).isEqualTo(new Outcome.Unreadable<>(cell));
    }

    @Test
    void monthsAndDaysMayHaveOneDigit() {
        assertThat(Cells.date("2017-1-2").said()).contains(LocalDate.of(2017, 1, 2));
        assertThat(Cells.date("2017年1月2日").said()).contains(LocalDate.of(2017, 1, 2));
    }

    @Test
    void theLastDayOfAllIsReadAsASerialToo() {
        assertThat(Cells.date("2958465").said()).contains(LocalDate.of(9999, 12, 31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234|1234",
                "1234|1234",
                "１，２３４|1234",
                "１２３４|1234",
                "1234.0|1234",
                "0|0",
                "12,345,678.00|12345678"
            })
    void aWholeNumberIsRead(String cell, long number) {
        assertThat(Cells.whole(cell)).isEqualTo(new Outcome.Read<>(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23", "-1", "12.5", "12万", "约100", "1234567890123456789", ","})
    void whatIsNoWholeNumberIsUnreadable(String cell) {
        assertThat(Cells.whole(cell).isUnreadable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.9,0.9", "90%,0.9", "９０％,0.9", "1,1", "0,0", ".5,0.5", "100%,1", "1.0,1", "5e-1,0.5"})
    void aShareIsRead(String cell, double share) {
        assertThat(Cells.share(cell)).isEqualTo(new Outcome.Read<>(share));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7", "170%", "-0.1", "高", "0.9.1", "1e5"})
    void aShareAboveOneIsUnreadable(String cell) {
        assertThat(Cells.share(cell).isUnreadable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "Y", "yes", "TRUE", "1", " 是 ", "Ｙ"})
    void yesIsRead(String cell) {
        assertThat(Cells.flag(cell).said()).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "n", "No", "false", "0", "０"})
    void noIsRead(String cell) {
        assertThat(Cells.flag(cell).said()).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"也许", "2", "是否", "待定"})
    void perhapsIsUnreadable(String cell) {
        assertThat(Cells.flag(cell).isUnreadable()).isTrue();
    }

    @Test
    void aWordIsComparedWithoutBlanksAndNothingShortStandsForIt() {
        var sharing = Sheet.RESOURCES.column("sharing");

        assertThat(Cells.word(sharing, " 无条件 共享").said()).contains("无条件共享");
        assertThat(Cells.word(sharing, "无条件").isUnreadable()).isTrue();
        assertThat(Cells.word(sharing, "1").isUnreadable()).isTrue();
    }

    @Test
    void aListKeepsItsOrderAndOfEqualPartsTheFirst() {
        assertThat(Cells.list("身份证号、 居民身份证号；身份证号;公民,身份 证号，，").said()).contains(List.of("身份证号", "居民身份证号", "公民"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\n", "\uFEFF", "\u200B\u00A0"})
    void aBlankCellIsEmptyForEveryType(String cell) {
        for (var type : Column.Type.values()) {
            assertThat(Cells.read(Column.of("列", "column", false, type, "词"), cell))
                    .isInstanceOf(Outcome.Empty.class);
        }
    }

    @Test
    void aTextIsReadAsFiled() {
        assertThat(Cells.read(Sheet.RESOURCES.column("name"), " 人口（基本）信息 "))
                .isEqualTo(new Outcome.Read<>(" 人口（基本）信息 "));
    }

    @Test
    void comparingTakesAwayLineBreaksAndWidth() {
        assertThat(Cells.compared(" 民\r\n政　部（Ａ） ")).isEqualTo("民政 部(A)");
    }
}
