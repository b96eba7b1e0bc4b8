package yuanliu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a document that the bench writes, between marks: what stands there is written anew, the rest stays.
final class Figures {

    private final Path document;
    private final String tier;

    Figures(Path document, String tier) {
        this.document = document;
        this.tier = tier;
    }

    /// Writes what one part of the figures came to, in the place of what it came to before.
    void write(String part, String text) throws IOException {
        var whole = Files.readString(document);
        var end = mark("/NationBench " + tier);
        if (!whole.contains(end)) {
            whole = whole.stripTrailing() + "\n\n" + mark("NationBench " + tier) + "\n\n## 数字 · Figures, " + tier + "\n\n" + end + "\n";
        }
        var from = mark("NationBench " + tier + " " + part);
        var to = mark("/NationBench " + tier + " " + part);
        var block = from + "\n" + text.strip() + "\n" + to;
        var at = whole.indexOf(from);
        whole = at < 0
                ? whole.replace(end, block + "\n\n" + end)
                : whole.substring(0, at) + block + whole.substring(whole.indexOf(to, at) + to.length());
        Files.writeString(document, whole);
    }

    private static String mark(String words) {
        return "<!-- " + words + " -->";
    }
}
