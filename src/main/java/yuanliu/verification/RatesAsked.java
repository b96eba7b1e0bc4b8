package yuanliu.verification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

/// Whose rates are asked for, of which days.
///
/// @param rules keys; their runs are taken together
record RatesAsked(List<String> rules, LocalDate from, LocalDate to, RatePeriod by) {

    private static final int MOST_YEARS = 20;

    RatesAsked {
        rules = List.copyOf(rules);
    }

    /// @param from twelve months before the last day when not said
    /// @param to   today when not said
    /// @throws BadRequest when the days are in the wrong order, or too far apart
    static RatesAsked of(
            List<String> rules,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable RatePeriod by,
            LocalDate today) {
        var last = to == null ? today : to;
        var first = from == null ? last.minusMonths(12).withDayOfMonth(1) : from;
        if (first.isAfter(last)) {
            throw new BadRequest("from（%s）晚于 to（%s）".formatted(first, last));
        }
        var asked = by == null ? RatePeriod.MONTH : by;
        var most = asked == RatePeriod.DAY ? 2 : MOST_YEARS;
        if (first.plusYears(most).isBefore(last)) {
            throw new BadRequest("按 %s 统计最多 %d 年，所问的是 %s 至 %s".formatted(asked, most, first, last));
        }
        return new RatesAsked(rules, first, last, asked);
    }
}
