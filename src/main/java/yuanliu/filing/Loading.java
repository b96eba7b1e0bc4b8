package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.filing.reading.CataloguePackages;
import yuanliu.ownership.Units;
import yuanliu.web.Today;

/// A package made into the files of a graph, in which it is the first filing.
///
/// @param report    what became of its rows
/// @param arguments what `neo4j-admin database import full` is told
/// @param counts    how many nodes there will be of each label, and relationships of each type
record Loading(Report report, List<String> arguments, Map<String, Long> counts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param filings where the problems of filings are kept, each in a folder of its code
    /// @param folder  where the files go
    /// @param scratch a folder for what lies there on the way
    static Loading of(Path filed, Path filings, Path folder, Path scratch, Units units, DoubleConsumer progress)
            throws IOException {
        var started = now();
        var code = "F"
                + OffsetDateTime.now(Today.ZONE)
                        .format(DateTimeFormatter.BASIC_ISO_DATE)
                        .substring(0, 8)
                + "-0001";
        Files.createDirectories(folder);
        try (var files = new ImportFiles(folder);
                var opened = CataloguePackages.open(filed, Files.createDirectories(scratch.resolve("unpacked")));
                var problems = new Problems(filings.resolve(code).resolve(Filings.PROBLEMS))) {
            var run = new FilingRun(code, false, opened, scratch.resolve("scratch"), files, units, problems, progress);
            run.run();
            var report = new Report(
                    code,
                    Report.State.FINISHED,
                    false,
                    started,
                    now(),
                    1,
                    run.counts(),
                    problems.first(),
                    problems.omitted(),
                    null);
            files.node("Filing", "lease", Map.of("key", "lease"));
            files.node("Filing", code, properties(report, filings));
            files.close();
            return new Loading(report, files.arguments(), files.counts());
        }
    }

    private static Map<String, Object> properties(Report report, Path filings) {
        return Map.ofEntries(
                Map.entry("key", report.code()),
                Map.entry("code", report.code()),
                Map.entry("sequence", 1L),
                Map.entry("state", report.state().name()),
                Map.entry("dryRun", false),
                Map.entry("home", filings.toString()),
                Map.entry("process", "load"),
                Map.entry("progress", 1.0),
                Map.entry("startedAt", String.valueOf(report.startedAt())),
                Map.entry("finishedAt", String.valueOf(report.finishedAt())),
                Map.entry("report", JSON.writeValueAsString(report)));
    }

    private static String now() {
        return OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
