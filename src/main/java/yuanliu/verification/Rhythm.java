package yuanliu.verification;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// How often a verification is due.
enum Rhythm {
    DAILY("每日", Period.ofDays(1)),
    WEEKLY("每周", Period.ofWeeks(1)),
    MONTHLY("每月", Period.ofMonths(1)),
    QUARTERLY("每季度", Period.ofMonths(3)),
    HALF_YEARLY("每半年", Period.ofMonths(6)),
    YEARLY("每年", Period.ofYears(1));

    private final String word;
    private final Period period;

    Rhythm(String word, Period period) {
        this.word = word;
        this.period = period;
    }

    /// The last day on which the next run is in time.
    LocalDate after(LocalDate day) {
        return day.plus(period);
    }

    /// By their names, for statements.
    static Map<String, Object> periods() {
        return Arrays.stream(values()).collect(Collectors.toMap(Enum::name, one -> one.period));
    }

    /// @throws IllegalArgumentException when none is called that
    static Rhythm ofWord(String word) {
        for (var one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("没有“%s”这种校核频率".formatted(word));
    }
}
