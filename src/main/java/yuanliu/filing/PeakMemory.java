package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much memory this process and those it started take together at most, looked at twice a second, as Linux tells
/// it.
final class PeakMemory implements AutoCloseable {

    private static final Path PROCESSES = Path.of("/proc");

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("peak-memory").daemon().factory());
    private volatile long most;

    PeakMemory() {
        if (Files.isDirectory(PROCESSES)) {
            looking.scheduleAtFixedRate(this::look, 0, 500, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        var us = ProcessHandle.current();
        var now = Stream.concat(Stream.of(us), us.descendants())
                .mapToLong(PeakMemory::kibibytes)
                .sum();
        most = Math.max(most, now);
    }

    /// 0 of a process that has ended.
    private static long kibibytes(ProcessHandle process) {
        try (var lines = Files.lines(PROCESSES.resolve(process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    /// In GiB; 0 where the system does not tell.
    double gibibytes() {
        return most / 1024.0 / 1024.0;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
