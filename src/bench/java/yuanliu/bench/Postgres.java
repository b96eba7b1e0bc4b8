package yuanliu.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A PostgreSQL of this machine (`apt install postgresql`), started on a socket in a folder of its own and asked through one
/// `psql` that stays open, so that a question costs what the server needs and a line through a pipe.
///
/// It is set up as somebody would who wants it fast for this: everything in shared buffers, no JIT for short questions.
final class Postgres implements AutoCloseable {

    private static final String END = "--end--";

    private final Path programs;
    private final Path folder;
    private final boolean kept;
    private final Process psql;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Postgres(Path programs, Path folder, boolean kept) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.kept = kept;
        this.psql = new ProcessBuilder(as(List.of(
                        programs.resolve("psql").toString(),
                        "-X",
                        "-q",
                        "-A",
                        "-t",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        folder.toString(),
                        "-U",
                        "postgres")))
                .redirectErrorStream(true)
                .start();
        this.questions = psql.outputWriter(StandardCharsets.UTF_8);
        this.answers = psql.inputReader(StandardCharsets.UTF_8);
    }

    /// One whose folder goes when it is closed.
    ///
    /// @throws IllegalStateException where none is installed
    static Postgres start() throws IOException, InterruptedException {
        return start(Files.createTempDirectory("yuanliu-postgres"), false);
    }

    /// One whose folder stays, and is found there the next time.
    ///
    /// @throws IllegalStateException where none is installed
    static Postgres keptIn(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return start(folder, true);
    }

    private static Postgres start(Path folder, boolean kept) throws IOException, InterruptedException {
        var programs = programs();
        if (Files.notExists(folder.resolve("log"))) {
            create(programs, folder);
        }

        run(as(List.of(
                programs.resolve("pg_ctl").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "-c listen_addresses='' -c unix_socket_directories=" + folder
                        + " -c shared_buffers=2GB -c work_mem=512MB -c maintenance_work_mem=512MB -c random_page_cost=1.1"
                        + " -c jit=off -c fsync=off -c max_wal_size=4GB",
                "start")));
        return new Postgres(programs, folder, kept);
    }

    private static void create(Path programs, Path folder) throws IOException, InterruptedException {
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        run(as(List.of(
                programs.resolve("initdb").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C",
                "-A",
                "trust")));
    }

    /// Its server and what that has started.
    List<ProcessHandle> processes() {
        try {
            var pid = Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                    .getFirst());
            return ProcessHandle.of(pid).stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path programs() throws IOException {
        var versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (var all = Files.list(versions)) {
                var newest = all.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.comparing(Path::toString));
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        throw new IllegalStateException("No PostgreSQL under /usr/lib/postgresql; apt install postgresql");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// PostgreSQL does not run as root.
    private static List<String> as(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        var whole = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        return whole;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        // A server that is left running keeps what it inherits open: so its words go into a file.
        var told = Files.createTempFile("yuanliu-postgres", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(told));
        }
        Files.delete(told);
    }

    /// @return the lines of the answer, the cells of each between `|`
    List<String> ask(String sql) {
        try {
            questions.write(sql);
            questions.write(";\n\\echo " + END + "\n");
            questions.flush();
            var lines = new ArrayList<String>();
            while (true) {
                var line = answers.readLine();
                if (line == null) {
                    throw new IllegalStateException(sql + ": " + lines);
                }
                if (line.equals(END)) {
                    return lines;
                }
                lines.add(line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Reads a CSV without header into a table.
    void copy(String table, Path csv) {
        ask("\\copy %s from '%s' csv\nselect 1".formatted(table, csv.toAbsolutePath()));
    }

    String version() {
        return ask("show server_version").getFirst();
    }

    @Override
    public void close() throws IOException {
        try {
            questions.close();
            psql.waitFor();
            run(as(List.of(
                    programs.resolve("pg_ctl").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-m",
                    kept ? "fast" : "immediate",
                    "-w",
                    "stop")));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (kept) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
