package yuanliu.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rows of owners that have more fields than fit in memory, laid aside in files of their own.
final class Giants implements AutoCloseable {

    private final Path folder;
    private final String name;
    private final Map<String, Giant> giants = new LinkedHashMap<>();

    Giants(Path folder, String name) {
        this.folder = folder;
        this.name = name + "-giant-";
    }

    Spool own(String owner) {
        return giant(owner).own;
    }

    Spool fields(String owner) {
        return giant(owner).fields;
    }

    Map<String, Giant> all() {
        return giants;
    }

    private Giant giant(String owner) {
        return giants.computeIfAbsent(owner, any -> {
            try {
                return new Giant(
                        Spool.onDisk(folder, name + giants.size() + "-own"),
                        Spool.onDisk(folder, name + giants.size() + "-fields"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (var giant : giants.values()) {
            giant.own.close();
            giant.fields.close();
        }
    }

    /// What one owner says of itself, and its fields.
    record Giant(Spool own, Spool fields) {}
}
