package yuanliu.checks.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.workdays.Counting;

/// A term of working days: when it began, when it ends, and when what it is for was done.
///
/// @param done    null when it is not done yet
/// @param counted how many working days it took, or has taken so far
/// @param certain whether every year that was counted through has its calendar
record Clock(
        LocalDate from,
        LocalDate due,
        @Nullable LocalDate done,
        LocalDate today,
        int days,
        boolean certain,
        Counting counting) {

    static Clock of(Facts facts, LocalDate from, @Nullable LocalDate done, int term) {
        var due = facts.workdays().after(from, term);
        var span = facts.workdays().between(from, done == null ? facts.day() : done);
        return new Clock(
                from,
                due.date(),
                done,
                facts.day(),
                span.days(),
                due.certain() && span.certain(),
                facts.workdays().counting());
    }

    boolean late() {
        return (done == null ? today : done).isAfter(due);
    }

    String says() {
        return done == null ? "至今没有办理" : "%s才办理，为第 %d 个工作日".formatted(done, days);
    }

    String counted() {
        return "%s起，至%s为期限；%s%s"
                .formatted(from, due, counting.words(), certain ? "，节假日和调休已计" : "，其中有年份没有节假日历，只扣了周末，期限不确定");
    }
}
