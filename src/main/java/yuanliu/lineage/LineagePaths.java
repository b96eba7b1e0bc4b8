package yuanliu.lineage;

import java.util.List;

/// Whether and how one thing comes from another. That there is no way is an answer; that nobody recorded enough to say
/// is a third one.
public record LineagePaths(Verdict verdict, List<LineagePath> paths) {

    public enum Verdict {
        CONNECTED,
        NO_PATH,
        UNKNOWN
    }
}
