package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Path;
import yuanliu.filing.reading.CataloguePackage;

/// Opens what was handed in.
@FunctionalInterface
interface PackageReader {

    /// @param scratch where it may unpack
    /// @throws IllegalPackage when it is none
    CataloguePackage open(Path filed, Path scratch) throws IOException;

    /// What was handed in is no package, or too big a one.
    final class IllegalPackage extends RuntimeException {

        private final boolean tooBig;

        IllegalPackage(boolean tooBig, String sentence) {
            super(sentence, null, false, false);
            this.tooBig = tooBig;
        }

        boolean tooBig() {
            return tooBig;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
