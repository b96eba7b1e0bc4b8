package yuanliu.workdays;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The days that are off though the week would have them worked (休), and worked though it would not (班). They are data:
/// `workdays/<year>.csv` as the State Council's office publishes them, and a file of one's own beside these.
final class Calendar {

    private static final String PUBLISHED = "classpath*:workdays/*.csv";
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, Boolean> worked = new HashMap<>();

    private Calendar() {}

    /// @param own a file of the same three columns; its rows come after ours and override them
    static Calendar read(@Nullable Path own) {
        var calendar = new Calendar();
        try {
            for (var file : published()) {
                calendar.add(file.getInputStream(), String.valueOf(file.getFilename()));
            }
            if (own != null) {
                calendar.add(Files.newInputStream(own), own.toString());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("节假日历不能读取" + (own == null ? "" : ":" + own), failure);
        }
        return calendar;
    }

    boolean isWorked(LocalDate day) {
        return worked.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    /// Whether a year's calendar is there: New Year's Day is off in each, so whoever files a year says so.
    boolean has(Year year) {
        return worked.containsKey(year.atDay(1));
    }

    private static Resource[] published() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources(PUBLISHED);
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        return files;
    }

    private void add(InputStream file, String origin) throws IOException {
        var seen = new HashSet<LocalDate>();
        try (var rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            rows.forEach(row -> add(row, origin, seen));
        }
    }

    private void add(NamedCsvRecord row, String origin, Set<LocalDate> seen) {
        var day = date(row, origin);
        if (!seen.add(day)) {
            throw new IllegalStateException("%s 第 %d 行:%s 写了两次".formatted(origin, row.getStartingLineNumber(), day));
        }
        var kind = cell(row, "kind", origin);
        worked.put(
                day,
                switch (kind) {
                    case "休" -> false;
                    case "班" -> true;
                    default ->
                        throw new IllegalStateException("%s 第 %d 行:kind 应为“休”或“班”,写的是“%s”"
                                .formatted(origin, row.getStartingLineNumber(), kind));
                });
    }

    private static LocalDate date(NamedCsvRecord row, String origin) {
        var written = cell(row, "date", origin);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            throw new IllegalStateException(
                    "%s 第 %d 行:date 应如 2026-10-01,写的是“%s”".formatted(origin, row.getStartingLineNumber(), written),
                    unreadable);
        }
    }

    private static String cell(NamedCsvRecord row, String column, String origin) {
        return row.findField(column)
                .orElseThrow(() -> new IllegalStateException(
                        "%s 第 %d 行:没有 %s 列".formatted(origin, row.getStartingLineNumber(), column)))
                .strip();
    }
}
