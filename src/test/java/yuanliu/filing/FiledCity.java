package yuanliu.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import yuanliu.ExampleCity;

/// The demonstration city, filed as a user files it.
public class FiledCity implements ExampleCity {

    private static final Path CITY = Path.of("src", "main", "resources", "demo-city");

    private final Filings filings;

    FiledCity(Filings filings) {
        this.filings = filings;
    }

    @Override
    public void file() {
        file(CITY);
    }

    /// Files another package in the same way.
    public void file(Path folder) {
        try {
            var entered = filings.enter(filings.newFolder(), folder.toAbsolutePath(), false);
            var deadline = System.nanoTime() + 300_000_000_000L;
            while (System.nanoTime() < deadline) {
                var report = filings.find(entered.code()).orElseThrow();
                if (report.state() == Report.State.FINISHED) {
                    return;
                }
                if (report.state() == Report.State.FAILED) {
                    throw new AssertionError(report.message());
                }
                Thread.sleep(50);
            }
            throw new AssertionError("The city was not filed within five minutes");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
