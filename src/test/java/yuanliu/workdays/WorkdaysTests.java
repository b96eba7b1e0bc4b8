package yuanliu.workdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WorkdaysTests {

    private static final Workdays NEXT_DAY = new Workdays(new WorkdaysSettings(null, Counting.NEXT_DAY));
    private static final Workdays SAME_DAY = new Workdays(new WorkdaysSettings(null, Counting.SAME_DAY));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // from, days, counted from the next day, counted from the same day
        "2026-03-02, 12, 2026-03-18, 2026-03-17", // K22
        "2026-03-02, 10, 2026-03-16, 2026-03-13",
        "2026-10-01, 1, 2026-10-08, 2026-10-08", // received on a holiday
        "2026-10-03, 2, 2026-10-09, 2026-10-09", // and on its Saturday
        "2026-10-08, 2, 2026-10-10, 2026-10-09", // a make-up Saturday is worked
        "2026-10-10, 1, 2026-10-12, 2026-10-10", // received on it
        "2026-02-13, 2, 2026-02-24, 2026-02-14", // over the longest holiday
        "2026-02-14, 5, 2026-02-28, 2026-02-27",
        "2025-12-31, 1, 2026-01-04, 2025-12-31", // across the year, to a make-up Sunday
        "2025-12-31, 5, 2026-01-08, 2026-01-07",
        "2025-01-24, 2, 2025-01-27, 2025-01-26",
        "2025-09-30, 3, 2025-10-11, 2025-10-10"
    })
    void aTermEndsOnTheWorkingDayOfItsNumber(LocalDate from, int days, LocalDate fromNextDay, LocalDate fromSameDay) {
        assertThat(NEXT_DAY.after(from, days)).isEqualTo(new Due(fromNextDay, true));
        assertThat(SAME_DAY.after(from, days)).isEqualTo(new Due(fromSameDay, true));
        assertThat(NEXT_DAY.between(from, fromNextDay)).isEqualTo(new Span(days, true));
        assertThat(SAME_DAY.between(from, fromSameDay)).isEqualTo(new Span(days, true));
    }

    @Test
    void aDayOffAddsNothingToWhatLiesBetween() {
        assertThat(NEXT_DAY.between(LocalDate.parse("2026-09-29"), LocalDate.parse("2026-09-30")))
                .isEqualTo(NEXT_DAY.between(LocalDate.parse("2026-09-29"), LocalDate.parse("2026-10-07")))
                .isEqualTo(new Span(1, true));
        assertThat(NEXT_DAY.between(LocalDate.parse("2026-10-08"), LocalDate.parse("2026-10-08"))
                        .days())
                .isZero();
        assertThat(SAME_DAY.between(LocalDate.parse("2026-10-08"), LocalDate.parse("2026-10-08"))
                        .days())
                .isOne();
    }

    @Test
    void whatLiesBeforeIsCountedBackwards() {
        assertThat(NEXT_DAY.between(LocalDate.parse("2026-03-18"), LocalDate.parse("2026-03-02")))
                .isEqualTo(new Span(-12, true));
    }

    @Test
    void aYearWithoutItsCalendarIsCountedByTheWeekAndNotCertain() {
        assertThat(NEXT_DAY.after(LocalDate.parse("2026-12-30"), 1))
                .isEqualTo(new Due(LocalDate.parse("2026-12-31"), true));
        assertThat(NEXT_DAY.after(LocalDate.parse("2026-12-30"), 2))
                .isEqualTo(new Due(LocalDate.parse("2027-01-01"), false));
        assertThat(NEXT_DAY.between(LocalDate.parse("2024-12-30"), LocalDate.parse("2025-01-02")))
                .isEqualTo(new Span(2, false));
    }

    @Test
    void aFileOfOnesOwnAddsAYearAndOverridesADay() {
        var own = new Workdays(new WorkdaysSettings(
                file("\uFEFFdate,kind,name\n2027-01-01,休,元旦\n2026-03-18,休,地方节日\n2026-10-10,休,\n"), Counting.NEXT_DAY));

        assertThat(own.after(LocalDate.parse("2026-12-30"), 2)).isEqualTo(new Due(LocalDate.parse("2027-01-04"), true));
        assertThat(own.after(LocalDate.parse("2026-03-02"), 12))
                .isEqualTo(new Due(LocalDate.parse("2026-03-19"), true));
        assertThat(own.isWorked(LocalDate.parse("2026-10-10"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,kind,name\n2027-01-01,放,元旦\n",
                "date,kind,name\n2027年1月1日,休,元旦\n",
                "date,kind,name\n2027-01-01,休,元旦\n2027-01-01,班,元旦\n",
                "日期,kind,name\n2027-01-01,休,元旦\n"
            })
    void whatCannotBeReadIsSaidWithItsLine(String content) {
        assertThatThrownBy(() -> Calendar.read(file(content))).hasMessageMatching("(?s).*own.csv 第 [23] 行.*");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Calendar.read(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    }

    @Test
    void theSettingsSayHowItIsCounted() {
        var context = new ApplicationContextRunner().withUserConfiguration(Workdays.class);

        context.run(started ->
                assertThat(started.getBean(Workdays.class).counting()).isEqualTo(Counting.NEXT_DAY));
        context.withPropertyValues(
                        "yuanliu.workdays.counting=SAME_DAY",
                        "yuanliu.workdays.calendar=" + file("date,kind,name\n2027-01-01,休,元旦\n"))
                .run(started -> assertThat(started.getBean(Workdays.class).after(LocalDate.parse("2027-01-01"), 1))
                        .isEqualTo(new Due(LocalDate.parse("2027-01-04"), true)));
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve("own.csv"), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
