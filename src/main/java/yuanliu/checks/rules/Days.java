package yuanliu.checks.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as people write them in columns of their own: 2026-03-02, 2026/3/2, 2026年3月2日, 20260302.
final class Days {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})日?(?:[ T].*)?");

    private Days() {}

    /// Null when it is empty or no day.
    static @Nullable LocalDate of(String text) {
        var found = WRITTEN.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
