package yuanliu.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTests {

    @TempDir
    private Path database;

    @Test
    void nodesAndRelationshipsAreReadToTheirEnds() throws Exception {
        Files.write(database.resolve("neostore.nodestore.db"), new byte[5 << 20]);
        Files.write(database.resolve("neostore.relationshipstore.db"), new byte[3]);
        Files.write(database.resolve("neostore.propertystore.db"), new byte[7]);

        assertThat(ReadAhead.read(database)).isEqualTo((5 << 20) + 3);
    }

    @Test
    void whatWouldPushEverythingElseOutOfMemoryIsLeft() throws Exception {
        Files.write(database.resolve("neostore.nodestore.db"), new byte[1]);
        try (var sparse = new RandomAccessFile(
                database.resolve("neostore.relationshipstore.db").toFile(), "rw")) {
            sparse.setLength(OwnServerSettings.machine() << 20);
        }

        assertThat(ReadAhead.read(database)).isZero();
    }
}
