package yuanliu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much memory processes hold, looked at five times a second: the most of each, and the most of all together.
///
/// What processes share, as those of PostgreSQL do, counts once in a group. It needs Linux.
final class Resident implements AutoCloseable {

    private static final int PAUSE_MILLIS = 200;

    private final Map<String, Supplier<List<ProcessHandle>>> groups = new LinkedHashMap<>();
    private final Map<String, Long> most = new LinkedHashMap<>();
    private final Thread thread;
    private long mostOfAll;

    private Resident(Map<String, Supplier<List<ProcessHandle>>> groups) {
        this.groups.putAll(groups);
        this.thread = Thread.ofPlatform().name("resident").daemon().start(this::watch);
    }

    /// Of an application and its Neo4j, and of the client that asks.
    static Resident of(ProcessHandle application) {
        return new Resident(ours(application));
    }

    /// As [#of(ProcessHandle)], with a PostgreSQL beside them.
    static Resident of(ProcessHandle application, Postgres postgres) {
        var groups = ours(application);
        groups.put("PostgreSQL", postgres::processes);
        return new Resident(groups);
    }

    private static Map<String, Supplier<List<ProcessHandle>>> ours(ProcessHandle application) {
        var groups = new LinkedHashMap<String, Supplier<List<ProcessHandle>>>();
        groups.put("应用 application", () -> List.of(application));
        groups.put("Neo4j", () -> application.descendants().toList());
        groups.put("客户端 client", () -> List.of(ProcessHandle.current()));
        return groups;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        var all = 0L;
        for (var group : groups.entrySet()) {
            var held = held(group.getValue().get());
            most.merge(group.getKey(), held, Math::max);
            all += held;
        }
        mostOfAll = Math.max(mostOfAll, all);
    }

    /// In MiB.
    private static long held(List<ProcessHandle> processes) {
        var own = 0L;
        var shared = 0L;
        for (var process : processes) {
            var status = status(process.pid());
            own += status.getOrDefault("RssAnon", 0L) + status.getOrDefault("RssFile", 0L);
            shared = Math.max(shared, status.getOrDefault("RssShmem", 0L));
        }
        return own + shared >> 10;
    }

    /// What Linux says of a process, in KiB; nothing of one that has ended.
    private static Map<String, Long> status(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("Rss"))
                    .map(line -> line.split("[:\\s]+"))
                    .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
        } catch (IOException | UncheckedIOException ended) {
            return Map.of();
        }
    }

    /// The most that a group has held so far, in MiB.
    synchronized long most(String group) {
        return most.getOrDefault(group, 0L);
    }

    /// The most that one application has held so far, in MiB.
    long mostOfApplication() {
        return most("应用 application");
    }

    synchronized long mostOfAll() {
        return mostOfAll;
    }

    /// All of it in words.
    synchronized String told() {
        var words = new ArrayList<String>();
        most.forEach((group, held) -> words.add("%s %,d MiB".formatted(group, held)));
        return Stream.concat(words.stream(), Stream.of("合计最多 most at once %,d MiB".formatted(mostOfAll)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        look();
    }
}
