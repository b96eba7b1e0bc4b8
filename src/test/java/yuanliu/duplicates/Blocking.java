package yuanliu.duplicates;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import yuanliu.duplicates.detection.Detector;
import yuanliu.duplicates.detection.EntryIndex;
import yuanliu.duplicates.understanding.Understanding;

/// How many of the pairs that belong together the detection compares at all. What it never compares no rule can find.
record Blocking(long met, long pairs) {

    /// @param together the keys of the parties of each true finding
    static Blocking of(Scenes.Read read, Understanding understanding, LocalDate day, Collection<Set<String>> together) {
        var detector = new Detector(read.scene(), understanding, day, refusal -> {});
        var index = new EntryIndex(read.scene(), read.places());
        var met = 0L;
        var pairs = 0L;
        for (var parties : together) {
            var keys = List.copyOf(parties);
            for (var i = 0; i < keys.size(); i++) {
                for (var j = i + 1; j < keys.size(); j++) {
                    pairs++;
                    met += detector.compares(index, keys.get(i), keys.get(j)) ? 1 : 0;
                }
            }
        }
        return new Blocking(met, pairs);
    }

    Blocking and(Blocking other) {
        return new Blocking(met + other.met, pairs + other.pairs);
    }

    double recall() {
        return pairs == 0 ? 1 : (double) met / pairs;
    }
}
