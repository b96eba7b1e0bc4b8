package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.ownership.StaleUnits;
import yuanliu.ownership.Units;

/// What is left of an upload whose process died before it stood in the queue.
class AbandonedUploadsTests extends GivenGraph {

    @Autowired
    private FilingGraph filingGraph;

    @Autowired
    private Units units;

    @Autowired
    private StaleUnits stale;

    @TempDir
    private Path data;

    @Test
    void theNextStartDeletesItAndLeavesThoseOfTheLiving() throws Exception {
        var handingIn = filings();
        var dead = Files.createDirectories(
                data.resolve("filings/incoming-11111111-1111-1111-1111-111111111111-upload/looked"));
        var living = handingIn.newFolder();
        var starting = filings();
        var own = starting.newFolder();

        starting.failAbandonedLater();

        Posted.await(Duration.ofSeconds(10), "the end of the dead one's upload", () -> Files.notExists(dead));
        assertThat(living).exists();
        assertThat(own).exists();
        starting.stop();
        handingIn.stop();

        var next = filings();
        next.failAbandonedLater();

        Posted.await(Duration.ofSeconds(10), "the end of both", () -> Files.notExists(living) && Files.notExists(own));
        next.stop();
    }

    private Filings filings() throws IOException {
        return new Filings(filingGraph, units, stale, event -> {}, data);
    }
}
