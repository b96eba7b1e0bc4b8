package yuanliu.neo4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the files of a graph once from end to end in which every walk jumps about, so that the system keeps them in
/// memory: nodes and relationships, without what they say. Page by page a disk tells some thousand of them a second,
/// and the nation's have four hundred thousand pages.
final class ReadAhead {

    private static final Logger log = LoggerFactory.getLogger(ReadAhead.class);
    private static final List<String> FILES = List.of("neostore.nodestore.db", "neostore.relationshipstore.db");
    private static final int AT_ONCE = 4 << 20;
    /// Of the memory that nobody wants, at most one part in as many.
    private static final int SHARE = 2;

    private ReadAhead() {}

    /// In a thread of its own, which nobody waits for.
    static void begin(Path database) {
        Thread.ofPlatform().name("neo4j-read-ahead").daemon().start(() -> {
            try {
                read(database);
            } catch (IOException unread) {
                log.debug("{} is read when it is asked for", database, unread);
            }
        });
    }

    /// @return how many bytes were read: none where they would not fit
    static long read(Path database) throws IOException {
        var bytes = 0L;
        for (var file : FILES) {
            bytes += Files.size(database.resolve(file));
        }
        var available = OwnServerSettings.available();
        if (available.isEmpty() || bytes >> 20 > available.getAsLong() / SHARE) {
            return 0;
        }
        var read = 0L;
        var buffer = ByteBuffer.allocateDirect(AT_ONCE);
        for (var file : FILES) {
            try (var channel = FileChannel.open(database.resolve(file))) {
                for (int some; (some = channel.read(buffer.clear())) >= 0; ) {
                    read += some;
                }
            }
        }
        return read;
    }
}
