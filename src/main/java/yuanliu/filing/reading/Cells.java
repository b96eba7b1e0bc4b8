package yuanliu.filing.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// How the text of a cell is compared and read.
public final class Cells {

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");

    private Cells() {}

    /// Trimmed, NFKC-normalised and stripped of line breaks.
    public static String compared(String cell) {
        return LINE_BREAKS
                .matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
    }
}
