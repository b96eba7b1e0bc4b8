package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Path;

/// Where the command line hands packages in: a Yuanliu that runs already, or one of its own.
sealed interface Intake extends AutoCloseable permits IntakeHere, IntakeOverHttp {

    /// Enters a package into the queue.
    ///
    /// @throws NotTaken when it is no package
    Report enter(Path filed, boolean dryRun) throws IOException, InterruptedException, NotTaken;

    /// How a filing stands.
    Report find(String code) throws IOException, InterruptedException, NotTaken;

    /// Where the whole report can be had, in words.
    String whereToRead(Report report);

    @Override
    void close();

    /// The message is a sentence in Chinese.
    final class NotTaken extends Exception {

        NotTaken(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
