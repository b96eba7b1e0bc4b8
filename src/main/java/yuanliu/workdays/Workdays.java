package yuanliu.workdays;

import java.time.LocalDate;
import java.time.Year;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Terms of working days (工作日) as the regulation counts them: by the published holidays and make-up days, never by
/// weekends alone.
@Component
@EnableConfigurationProperties(WorkdaysSettings.class)
public class Workdays {

    private final Calendar calendar;
    private final Counting counting;

    Workdays(WorkdaysSettings settings) {
        this.calendar = Calendar.read(settings.calendar());
        this.counting = settings.counting();
    }

    public Counting counting() {
        return counting;
    }

    public boolean isWorked(LocalDate day) {
        return calendar.isWorked(day);
    }

    /// The last day of a term: the working day of this number, counted from a day.
    ///
    /// @param days at least 1
    public Due after(LocalDate from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A term has at least one working day, not " + days);
        }
        var day = counting == Counting.SAME_DAY ? from.minusDays(1) : from;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (calendar.isWorked(day)) {
                counted++;
            }
        }
        return new Due(day, isCertain(from, day));
    }

    /// How many working days a term that began on one day has had on another, which counts when it is worked: so that
    /// `between(from, after(from, n).date())` is n.
    public Span between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            var back = between(to, from);
            return new Span(-back.days(), back.certain());
        }
        var first = counting == Counting.SAME_DAY ? from : from.plusDays(1);
        var days = 0;
        for (var day = first; !day.isAfter(to); day = day.plusDays(1)) {
            if (calendar.isWorked(day)) {
                days++;
            }
        }
        return new Span(days, isCertain(from, to));
    }

    private boolean isCertain(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!calendar.has(Year.of(year))) {
                return false;
            }
        }
        return true;
    }
}
